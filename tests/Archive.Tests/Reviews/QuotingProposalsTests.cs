using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Reviews.ProposalSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Reviews;

public sealed class QuotingProposalsTests
{
    private static readonly Capture Page = new(
        new('b', 64), 100, "text/plain", null, DateTimeOffset.UnixEpoch, "editor", CaptureMethod.Download, Text: new ExtractedText(new('e', 64), 40, "plain", 1, "utf-8"));

    private static readonly KnownStreams Captured = new(new HashSet<string>(), new Dictionary<string, KnownCaptures>
    {
        ["tass-arrival"] = new([Page], new Dictionary<string, CodePointText> { [Page.Text!.Digest] = new("The aircraft landed at Vnukovo-2.") }),
    });

    private static readonly string Digest = new('d', 64);

    [Fact]
    public void A_change_that_quotes_a_capture_is_kept_apart_as_a_whole_and_comes_back()
    {
        var submitted = Submit(Another, Captured);
        var kept = new List<KeptWords>();
        var stored = submitted.Keep(words =>
        {
            kept.Add(words);
            return Digest;
        });
        (stored.Change, stored.Kept, stored.Kind).ShouldBe((null, new KeptChange(Digest, [Page.Digest]), ProposalKind.Citation));
        kept.ShouldHaveSingleItem().Captures.ShouldBe([Page.Digest]);
        kept[0].Content.ShouldContain("landed at Vnukovo");
        stored.KeptDigests().ShouldBe([Digest]);
        stored.Join(_ => kept[0].Content).Change.ShouldBe(Another);
        Given(Recorded, stored).State.Join(_ => kept[0].Content).ShouldBe(Given(Recorded, stored.Join(_ => kept[0].Content)).State);
        Given(Recorded, stored.Join(_ => kept[0].Content)).When(c => ProposalDecider.Accept(c, Id, 1, "ben", null, null, Captured))
            .Then(new ProposalAccepted(Id, 1), new ClaimCited(Id, Cited(2, Tass) with { Quote = new Quote("landed at Vnukovo", QuoteState.Exact, Position: new QuotePosition(13, 30), Capture: Page.Digest) }, "one more"));
    }

    [Fact]
    public void A_change_that_quotes_nothing_captured_is_not_kept_apart()
    {
        Submit(Another, KnownStreams.All).Kept.ShouldBeNull();
        Submit(Retracting, Captured).Kept.ShouldBeNull();
        Submit(Another, KnownStreams.All).Keep(_ => throw new InvalidOperationException()).Change.ShouldBe(Another);
    }

    [Fact]
    public void What_was_erased_is_accepted_no_more_and_can_be_rejected_or_withdrawn()
    {
        var given = Given(Recorded, Submit(Another, Captured).Keep(_ => Digest));
        given.When(c => ProposalDecider.Accept(c, Id, 1, "ben", null, null, Captured)).ThenRefused("content-erased");
        ProposalDecider.Obstacle(given.State, 1, Captured)!.Code.ShouldBe("content-erased");
        given.When(c => ProposalDecider.Reject(c, Id, 1, "ben", "gone")).Then(new ProposalRejected(Id, 1, "gone"));
        given.When(c => ProposalDecider.Withdraw(c, Id, 1, "ann", null)).Then(new ProposalWithdrawn(Id, 1));
    }

    [Fact]
    public void Words_that_a_capture_does_not_have_are_refused_at_once() =>
        Given(Recorded).When(c => ProposalDecider.Submit(c, Id, Another with { Citation = Tass with { Phrase = "landed elsewhere" } }, "ann", null, Captured)).ThenRefused("quote-missing");

    [Fact]
    public void A_claim_with_sensitive_content_takes_no_proposals()
    {
        var sensitive = Given(Recorded with { Content = Content with { Kept = Digest } });
        foreach (var change in (ProposedChange[])[Another, Retracting, Correcting, Claiming])
            sensitive.When(c => ProposalDecider.Submit(c, Id, change, "ann", null, KnownStreams.All)).ThenRefused("proposal-sensitive");
    }

    private static ProposalSubmitted Submit(ProposedChange change, KnownStreams known) =>
        (ProposalSubmitted)((Decision.Accepted)ProposalDecider.Submit(Given(Recorded).State, Id, change, "ann", null, known)).Events[0];
}
