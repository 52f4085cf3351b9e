using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class QuotingClaimsTests
{
    private static readonly Capture Older = Captured('a', 'd');

    private static readonly Capture Newer = Captured('b', 'e');

    private static readonly Capture Picture = Captured('c', null);

    private const string OlderText = "The aircraft landed at Vnukovo. It was 12:59.";

    private const string NewerText = "The aircraft landed at Vnukovo-2 at 12:59. The guests left; the aircraft left.";

    private static readonly CitationDraft Landing = Tass with { Phrase = "landed at Vnukovo" };

    private static readonly Quote Landed = new("landed at Vnukovo", QuoteState.Exact, null, null, new QuotePosition(13, 30), Newer.Digest);

    [Fact]
    public void Words_that_stand_in_the_newest_text_are_anchored_in_it() =>
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing, null, null, All)).Then(new ClaimCited(Id, Quoting(2, Landing, Landed)));

    [Fact]
    public void Words_are_anchored_in_the_capture_that_is_named() => Given(Nothing)
        .When(c => ClaimDecider.Record(c, Id, Draft, [Landing with { Capture = Older.Digest, Suffix = "." }], null, All))
        .Then(new ClaimRecorded(Id, Content, [Quoting(1, Landing, Landed with { Capture = Older.Digest, Suffix = "." })]));

    [Fact]
    public void A_later_capture_without_a_text_does_not_stand_in_the_way() => Given(Recorded)
        .When(c => ClaimDecider.Cite(c, Id, Landing, null, null, Known([Newer, Picture], NewerText)))
        .Then(new ClaimCited(Id, Quoting(2, Landing, Landed)));

    [Fact]
    public void Words_of_a_source_of_which_no_text_is_captured_are_transcribed_unseen()
    {
        var draft = Landing with { Prefix = "aircraft ", Suffix = "." };
        var unseen = new ClaimCited(Id, Quoting(2, draft, new Quote(draft.Phrase, QuoteState.TranscribedUnseen, "aircraft ", ".")));
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, draft, null, null, KnownStreams.All)).Then(unseen);
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, draft, null, null, Known([Picture], null))).Then(unseen);
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, draft, null, null, Known([Newer], null))).Then(unseen);
    }

    [Fact]
    public void Words_that_are_not_found_are_refused_with_the_nearest_match()
    {
        var citing = Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing with { Phrase = "landed at vnukovo" }, null, null, All));
        citing.ThenRefused("quote-missing");
        Message(Landing with { Phrase = "landed at vnukovo" }).ShouldBe(
            "The words 'landed at vnukovo' are not found in the text of capture bbbbbbbbbbbb of source tass-arrival. Nearest is, at 13-30 'The aircraft [landed at Vnukovo]-2 at 12:59. The guests left; th', which differs in upper and lower case. Quote what stands there, or name the capture that was read.");
        Message(Landing with { Phrase = "landed in Vnukovo" }).ShouldContain("which differs in words (2 characters)");
        Message(Landing with { Phrase = "nothing of the sort" }).ShouldContain("Nothing like them stands there.");
        Message(Landing with { Suffix = " at", Position = new(13, 30) }).ShouldContain("before ' at', at 13-30. Nearest is, at 13-30 ");
    }

    [Fact]
    public void Words_that_stand_several_times_are_refused_until_something_decides()
    {
        var left = Landing with { Phrase = "left" };
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, left, null, null, All)).ThenRefused("quote-ambiguous");
        Message(left).ShouldContain("stand 2 times in the text of capture bbbbbbbbbbbb of source tass-arrival: 54-58 ");
        foreach (var decided in new[] { left with { Suffix = "." }, left with { Prefix = "aircraft " }, left with { Position = new(73, 77) } })
        {
            var quote = new Quote("left", QuoteState.Exact, decided.Prefix, decided.Suffix, new QuotePosition(73, 77), Newer.Digest);
            Given(Recorded).When(c => ClaimDecider.Cite(c, Id, decided, null, null, All)).Then(new ClaimCited(Id, Quoting(2, decided, quote)));
        }
    }

    [Fact]
    public void A_capture_that_the_source_does_not_have_is_refused()
    {
        var named = Landing with { Capture = new('f', 64) };
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, named, null, null, All)).ThenRefused("capture-unknown");
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, named, null, null, KnownStreams.All)).ThenRefused("capture-unknown");
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing with { Position = new(0, 3) }, null, null, KnownStreams.All)).ThenRefused("capture-unknown");
    }

    [Fact]
    public void A_capture_without_a_text_is_refused()
    {
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing with { Capture = Picture.Digest }, null, null, Known([Newer, Picture], NewerText))).ThenRefused("capture-without-text");
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing with { Position = new(0, 3) }, null, null, Known([Picture], null))).ThenRefused("capture-without-text");
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing with { Capture = Newer.Digest }, null, null, Known([Newer], null))).ThenRefused("capture-without-text");
    }

    [Fact]
    public void Nothing_is_quoted_from_a_capture_that_is_closed_to_whoever_asks()
    {
        KnownStreams Closed(ValueList<Capture> captures) => new(new HashSet<string>(), new Dictionary<string, KnownCaptures>
        {
            ["tass-arrival"] = new(captures, new Dictionary<string, CodePointText> { [Older.Text!.Digest] = new(OlderText) }, new HashSet<string> { Newer.Digest }),
        });
        foreach (var draft in new[] { Landing with { Capture = Newer.Digest }, Landing with { Capture = Newer.Digest, Phrase = "nothing of the kind" } })
            Given(Recorded).When(c => ClaimDecider.Cite(c, Id, draft, null, null, Closed([Older, Newer]))).ThenRefused("capture-withheld");
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing, null, null, Closed([Newer]))).ThenRefused("capture-withheld");
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Landing, null, null, Closed([Older, Newer])))
            .Then(new ClaimCited(Id, Quoting(2, Landing, Landed with { Capture = Older.Digest })));
        ((Decision.Refused)ClaimDecider.Record(null, Id, Draft, [Landing with { Capture = new('f', 64) }], null, Closed([Older, Newer]))).Refusal.Message.ShouldNotContain(Newer.Digest);
    }

    [Fact]
    public void Places_without_words_are_refused()
    {
        foreach (var draft in new CitationDraft[] { Wikipedia with { Prefix = "a" }, Wikipedia with { Suffix = "a" }, Wikipedia with { Position = new(0, 1) }, Wikipedia with { Capture = Newer.Digest } })
            Given(Nothing).When(c => ClaimDecider.Record(c, Id, Draft, [draft], null, All)).ThenRefused("phrase-missing");
    }

    [Fact]
    public void A_citation_that_stays_is_not_looked_up_again()
    {
        var kept = new ClaimCited(Id, Quoting(2, Landing, Landed with { Kept = "k" }));
        foreach (var again in new[] { Landing, Landing with { Capture = Newer.Digest }, Landing with { Position = Landed.Position }, kept.Citation.ToDraft() })
        {
            var claim = Given(Recorded, kept)
                .When(c => ClaimDecider.Correct(c, Id, Draft with { Says = "Xi lands" }, [Wikipedia, again], WrongTime, Known([Newer], "other words")))
                .Then(new ClaimCorrected(Id, 2, Content with { Says = "Xi lands" }, [Cited(1, Wikipedia), kept.Citation], WrongTime.Reason, WrongTime.Fault, WrongTime.Words, WrongTime.Notice, WrongTime.Decided));
            claim.Citations[1].Number.ShouldBe(2);
        }
    }

    [Fact]
    public void A_citation_whose_words_were_erased_stays_with_what_is_left_of_it()
    {
        var erased = new ClaimCited(Id, Quoting(2, Landing, Landed with { Kept = "k", Exact = null }));
        Given(Recorded, erased)
            .When(c => ClaimDecider.Correct(c, Id, Draft with { Says = "Xi lands" }, [Wikipedia, erased.Citation.ToDraft()], WrongTime, KnownStreams.All))
            .Then(new ClaimCorrected(Id, 2, Content with { Says = "Xi lands" }, [Cited(1, Wikipedia), erased.Citation], WrongTime.Reason, WrongTime.Fault, WrongTime.Words, WrongTime.Notice, WrongTime.Decided));
    }

    [Fact]
    public void The_same_words_at_the_same_place_are_cited_once()
    {
        var kept = new ClaimCited(Id, Quoting(2, Landing, Landed with { Kept = "k" }));
        Given(Recorded, kept).When(c => ClaimDecider.Cite(c, Id, Landing, null, null, All)).ThenRefused("citation-repeated");
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Draft, [Landing, Landing with { Capture = Newer.Digest }], WrongTime, All)).ThenRefused("citation-repeated");
        Given(Recorded, kept).When(c => ClaimDecider.Cite(c, Id, Landing with { Capture = Older.Digest }, null, null, All))
            .Then(new ClaimCited(Id, Quoting(3, Landing, Landed with { Capture = Older.Digest })));
    }

    [Fact]
    public void Words_are_looked_up_in_disputes_and_their_resolutions_too()
    {
        var missing = Landing with { Phrase = "landed in Moscow" };
        Given(Recorded).When(c => DisputeDecider.Open(c, Id, "where", [new("here", [Landing]), new("there", [missing])], null, null, All)).ThenRefused("quote-missing");
        Given(Recorded, Disputed).When(c => DisputeDecider.Resolve(c, Id, "1", DisputeOutcome.BothHold, null, "so", [missing], null, All)).ThenRefused("quote-missing");
        Given(Recorded, Disputed).When(c => DisputeDecider.Resolve(c, Id, "1", DisputeOutcome.BothHold, null, "so", [Landing], null, All))
            .Then(new DisputeResolved(Id, 1, new DisputeResolution(DisputeOutcome.BothHold, null, "so", [Quoting(4, Landing, Landed)])));
    }

    [Fact]
    public void Long_words_and_line_breaks_are_shown_on_one_short_line()
    {
        var message = Message(Landing with { Phrase = string.Concat(Enumerable.Repeat("no\r\n😀 such", 200)) });
        message.ShouldNotContain('\n');
        message.Length.ShouldBeLessThan(700);
        message.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    private static KnownStreams All => new(new HashSet<string>(), new Dictionary<string, KnownCaptures>
    {
        ["tass-arrival"] = new([Older, Newer], new Dictionary<string, CodePointText> { [Older.Text!.Digest] = new(OlderText), [Newer.Text!.Digest] = new(NewerText) }),
    });

    private static KnownStreams Known(ValueList<Capture> captures, string? newer) => new(new HashSet<string>(), new Dictionary<string, KnownCaptures>
    {
        ["tass-arrival"] = new(captures, newer is null ? new Dictionary<string, CodePointText>() : new Dictionary<string, CodePointText> { [Newer.Text!.Digest] = new(newer) }),
    });

    private static string Message(CitationDraft draft) =>
        ((Decision.Refused)ClaimDecider.Record(null, Id, Draft, [draft], null, All)).Refusal.Message;

    private static Citation Quoting(int number, CitationDraft draft, Quote quote) => Cited(number, draft) with { Quote = quote };

    private static Capture Captured(char digest, char? text) => new(
        new(digest, 64), 100, text is null ? "image/png" : "text/plain", null, DateTimeOffset.UnixEpoch, "editor", CaptureMethod.Download,
        Text: text is { } name ? new ExtractedText(new(name, 64), 40, "plain", 1, "utf-8") : null);
}
