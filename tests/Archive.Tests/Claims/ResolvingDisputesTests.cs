using Archive.Domain;
using Archive.Domain.Claims;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class ResolvingDisputesTests
{
    private const string Question = "time of landing";

    [Theory]
    [InlineData(Question, "12:59", 1)]
    [InlineData(Question, "11:08", 2)]
    [InlineData("1", "2", 2)]
    public void A_dispute_can_end_with_one_version_by_its_words_or_its_number(string question, string version, int number)
    {
        var claim = When(DisputeOutcome.OneVersion, question, version, Recorded, Disputed)
            .Then(new DisputeResolved(Id, 1, new DisputeResolution(DisputeOutcome.OneVersion, number, "why", [Cited(4, Tass)]), "2026"));
        (claim.Status, claim.LastCitation).ShouldBe((ClaimStatus.Standing, 4));
    }

    [Theory]
    [InlineData(DisputeOutcome.BothHold)]
    [InlineData(DisputeOutcome.LeftStanding)]
    public void A_dispute_can_end_without_a_version(DisputeOutcome outcome) => When(outcome, Question, null, Recorded, Disputed)
        .Then(new DisputeResolved(Id, 1, new DisputeResolution(outcome, null, "why", [Cited(4, Tass)]), "2026")).Disputes[0].IsOpen.ShouldBeFalse();

    [Fact]
    public void A_dispute_that_was_reopened_can_be_settled_otherwise() => When(DisputeOutcome.BothHold, Question, null, Recorded, Disputed, Resolved, new DisputeReopened(Id, 1, "x"))
        .Then(new DisputeResolved(Id, 1, new DisputeResolution(DisputeOutcome.BothHold, null, "why", [Cited(5, Tass)]), "2026"));

    [Fact]
    public void Settling_a_dispute_twice_is_refused() => When(DisputeOutcome.BothHold, Question, null, Recorded, Disputed, Resolved).ThenRefused("dispute-settled");

    [Theory]
    [InlineData("13:30")]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData(null)]
    public void Settling_on_a_version_that_is_not_there_is_refused(string? version) =>
        When(DisputeOutcome.OneVersion, Question, version, Recorded, Disputed).ThenRefused("dispute-version-unknown");

    [Fact]
    public void Settling_a_dispute_that_is_not_there_is_refused() => When(DisputeOutcome.BothHold, "what?", null, Recorded).ThenRefused("dispute-unknown");

    [Fact]
    public void Settling_a_dispute_of_a_claim_that_is_not_there_is_refused() => When(DisputeOutcome.BothHold, Question, null).ThenRefused("claim-unknown");

    [Fact]
    public void Settling_a_dispute_of_a_retracted_claim_is_refused() => When(DisputeOutcome.BothHold, Question, null, Recorded, Disputed, Retracted).ThenRefused("claim-retracted");

    [Fact]
    public void Settling_a_dispute_on_an_unknown_source_is_refused() => Given(Recorded, Disputed)
        .When(c => DisputeDecider.Resolve(c, Id, Question, DisputeOutcome.BothHold, null, "why", [Tass], null, Without("source/tass-arrival"))).ThenRefused("source-unknown");

    [Fact]
    public void Settling_a_dispute_on_a_repeated_citation_is_refused() => Given(Recorded, Disputed)
        .When(c => DisputeDecider.Resolve(c, Id, Question, DisputeOutcome.BothHold, null, "why", [Tass, Tass], null, KnownStreams.All)).ThenRefused("citation-repeated");

    private static Scenario<Claim, IClaimEvent> When(DisputeOutcome outcome, string question, string? version, params IClaimEvent[] before) =>
        Given(before).When(c => DisputeDecider.Resolve(c, Id, question, outcome, version, "why", [Tass], "2026", KnownStreams.All));

    [Fact]
    public void A_stream_that_names_a_dispute_or_citation_that_is_not_there_is_damaged()
    {
        IClaimEvent[] strays = [Resolved, new DisputeReopened(Id, 1, "x"), new CitationWithdrawn(Id, 2, "x")];
        foreach (var stray in strays)
            Should.Throw<InvalidOperationException>(() => Claim.Evolve(Claim.Evolve(null, Recorded), stray), stray.ToString());
    }
}
