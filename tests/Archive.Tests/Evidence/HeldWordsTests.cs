using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.Tests.Events;
using CsCheck;

namespace Archive.Tests.Evidence;

public sealed class HeldWordsTests
{
    private static readonly string Capture = new('c', 64);

    private static readonly Quote Anchored = new("they «met» 🤝", QuoteState.Exact, "where ", null, new QuotePosition(7, 18), Capture);

    /// <summary>Anchored, as a decider makes it: with its words and no digest yet.</summary>
    private static readonly Gen<Quote> AnyQuote = Gen.Select(Gen.Bool, TextGen.Words, TextGen.Words.Null(), TextGen.Words.Null(), (anchored, exact, prefix, suffix) => anchored
        ? new Quote(exact, QuoteState.Exact, prefix, suffix, new QuotePosition(3, 9), Capture)
        : new Quote(exact, Prefix: prefix, Suffix: suffix));

    private static readonly Gen<Citation> Citation = Gen.Select(ClaimGen.Citation, AnyQuote.Null(), (citation, quote) => citation with { Quote = quote });

    private static readonly Gen<ValueList<Citation>> Citations = Citation.Array[1, 3].Select(citations => citations.ToValueList());

    private static readonly Gen<ClaimContent> Content = Gen.Select(ClaimGen.Content, Gen.Bool, (content, sensitive) => sensitive ? content with { Kept = ClaimContent.ToBeKept } : content);

    private static readonly Gen<IHoldsWords<IClaimEvent>> Happened = Gen.OneOf<IHoldsWords<IClaimEvent>>(
        Gen.Select(Content, Citations, IHoldsWords<IClaimEvent> (content, citations) => new ClaimRecorded("r/c1", content, citations)),
        Gen.Select(Content, Citations, IHoldsWords<IClaimEvent> (content, citations) => new ClaimCorrected("r/c1", 2, content, citations, CorrectionReason.Other, Fault.None, "why")),
        Citation.Select(IHoldsWords<IClaimEvent> (citation) => new ClaimCited("r/c1", citation)),
        Gen.Select(Citations, Citations, IHoldsWords<IClaimEvent> (a, b) => new ClaimDisputed("r/c1", 1, "which?", [new DisputeVersion("a", a), new DisputeVersion("b", b)])),
        Citations.Select(IHoldsWords<IClaimEvent> (citations) => new DisputeResolved("r/c1", 1, new DisputeResolution(DisputeOutcome.BothHold, null, "so", citations))));

    [Fact]
    public void What_was_kept_apart_and_is_joined_again_is_as_it_was() => Happened.Sample(happened =>
    {
        var rows = new KeptRows();
        var stored = happened.Keep(rows.Keep);

        var read = (IHoldsWords<IClaimEvent>)EventCatalogue.Deserialize(EventCatalogue.NameOf(stored), EventCatalogue.Serialize(stored));

        var joined = read.Join(rows.Find);
        ((IHoldsWords<IClaimEvent>)joined).Keep(_ => throw new InvalidOperationException("What has a digest is kept already.")).ShouldBe(stored);
        read.KeptDigests().ShouldBe(rows.Digests, ignoreOrder: true);
        WithoutDigests(joined).ShouldBe(WithoutDigests((IClaimEvent)happened));
    });

    [Fact]
    public void The_words_of_a_quote_are_kept_as_canonical_json_of_what_is_there()
    {
        var rows = new KeptRows();
        Anchored.Keep(rows.Keep).ShouldBe(new Quote(null, QuoteState.Exact, null, null, new QuotePosition(7, 18), Capture, rows.Digests.Single()));
        rows.Kept.ShouldBe([new KeptWords("""{"exact":"they «met» 🤝","prefix":"where "}""", Capture)]);
    }

    [Fact]
    public void Words_that_were_erased_stay_away_and_leave_their_digest()
    {
        var stored = Anchored.Keep(_ => "d1");
        stored.Join(_ => null).ShouldBeSameAs(stored);
        stored.IsErased.ShouldBeTrue();
        stored.Join(_ => """{"exact":"they «met» 🤝","prefix":"where "}""").IsErased.ShouldBeFalse();
    }

    [Fact]
    public void Words_that_were_transcribed_unseen_stay_in_the_event()
    {
        var quote = new Quote("landed", Prefix: "has ");
        quote.Keep(_ => throw new InvalidOperationException()).ShouldBeSameAs(quote);
    }

    [Fact]
    public void A_content_that_is_kept_apart_leaves_its_kind_alone()
    {
        var content = new ClaimContent("He was ill", new Statement(["xi"], "kremlin", null, null, []), "en", null, "health", "aide", ["r/c2"], ClaimContent.ToBeKept);
        var stored = content.Keep(words => words == new KeptWords(words.Content) && words.Content.Contains("He was ill", StringComparison.Ordinal) ? "d1" : "");
        stored.ShouldBe(new ClaimContent("", new Statement([], null, null, null, []), null, null, null, null, [], "d1"));
    }

    private static IClaimEvent WithoutDigests(IClaimEvent happened)
    {
        return happened switch
        {
            ClaimRecorded e => e with { Content = e.Content with { Kept = null }, Citations = Each(e.Citations) },
            ClaimCorrected e => e with { Content = e.Content with { Kept = null }, Citations = Each(e.Citations) },
            ClaimCited e => e with { Citation = Each([e.Citation])[0] },
            ClaimDisputed e => e with { Versions = e.Versions.Select(version => version with { Citations = Each(version.Citations) }).ToValueList() },
            DisputeResolved e => e with { Resolution = e.Resolution with { Citations = Each(e.Resolution.Citations) } },
            _ => happened,
        };

        static ValueList<Citation> Each(ValueList<Citation> citations) =>
            citations.Select(citation => citation.Quote is null ? citation : citation with { Quote = citation.Quote with { Kept = null } }).ToValueList();
    }

    private sealed class KeptRows
    {
        private readonly Dictionary<string, KeptWords> _rows = [];

        public IEnumerable<string> Digests => _rows.Keys;

        public IEnumerable<KeptWords> Kept => _rows.Values;

        public string Keep(KeptWords words)
        {
            var digest = $"d{_rows.Count + 1}";
            _rows.Add(digest, words);
            return digest;
        }

        public string? Find(string digest) => _rows.GetValueOrDefault(digest)?.Content;
    }
}
