using Archive.Domain;
using Archive.Domain.Claims;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class DisputingClaimsTests
{
    private const string Question = "time of landing";

    private static readonly ValueList<DisputeVersionDraft> Versions = [new("12:59", [Tass]), new("11:08", [Unn])];

    [Fact]
    public void Disputing_a_claim_shows_both_versions_and_takes_no_side()
    {
        var claim = Given(Recorded).When(c => DisputeDecider.Open(c, Id, Question, Versions, "two clocks", "2026", KnownStreams.All))
            .Then(Disputed with { Words = "two clocks", Decided = "2026" });
        claim.Status.ShouldBe(ClaimStatus.Disputed);
        claim.Disputes.ShouldBe([new Dispute(1, Question, Disputed.Versions, null)]);
        claim.Citations.ShouldBe([Cited(1, Wikipedia)]);
    }

    [Fact]
    public void A_second_question_is_a_second_dispute() =>
        Given(Recorded, Disputed).When(c => DisputeDecider.Open(c, Id, "terminal", [new("2", [Tass]), new("A", [Unn])], null, null, KnownStreams.All))
            .Then(new ClaimDisputed(Id, 2, "terminal", [new DisputeVersion("2", [Cited(4, Tass)]), new DisputeVersion("A", [Cited(5, Unn)])]))
            .Disputes.Count(dispute => dispute.IsOpen).ShouldBe(2);

    [Fact]
    public void Opening_a_question_that_is_open_is_refused() => Opening("dispute-exists", Versions, [], Recorded, Disputed);

    [Fact]
    public void Opening_a_question_that_was_settled_is_refused() => Opening("dispute-exists", Versions, [], Recorded, Disputed, Resolved);

    [Fact]
    public void A_dispute_with_one_version_twice_is_refused() => Opening("dispute-version-repeated", [new("12:59", [Tass]), new("12:59", [Unn])], [], Recorded);

    [Fact]
    public void A_dispute_that_cites_an_unknown_source_is_refused() => Opening("source-unknown", Versions, ["source/unn-landing"], Recorded);

    [Fact]
    public void A_version_that_cites_in_one_way_twice_is_refused() => Opening("citation-repeated", [new("12:59", [Tass, Tass]), new("11:08", [Unn])], [], Recorded);

    [Fact]
    public void Disputing_a_claim_that_is_not_there_is_refused() => Opening("claim-unknown", Versions, []);

    [Fact]
    public void Disputing_a_retracted_claim_is_refused() => Opening("claim-retracted", Versions, [], Recorded, Retracted);

    [Fact]
    public void Reopening_a_dispute_makes_it_open_again() =>
        Given(Recorded, Disputed, Resolved).When(c => DisputeDecider.Reopen(c, Id, Question, "a new clock", "2026")).Then(new DisputeReopened(Id, 1, "a new clock", "2026"))
            .Status.ShouldBe(ClaimStatus.Disputed);

    [Fact]
    public void Reopening_a_dispute_that_is_open_is_refused() =>
        Given(Recorded, Disputed).When(c => DisputeDecider.Reopen(c, Id, "1", "x", null)).ThenRefused("dispute-open");

    [Fact]
    public void Reopening_a_dispute_that_is_not_there_is_refused() =>
        Given(Recorded, Disputed).When(c => DisputeDecider.Reopen(c, Id, "2", "x", null)).ThenRefused("dispute-unknown");

    [Fact]
    public void Reopening_a_dispute_of_a_retracted_claim_is_refused() =>
        Given(Recorded, Disputed, Resolved, Retracted).When(c => DisputeDecider.Reopen(c, Id, Question, "x", null)).ThenRefused("claim-retracted");

    private static void Opening(string code, ValueList<DisputeVersionDraft> versions, string[] missing, params IClaimEvent[] before) =>
        Given(before).When(c => DisputeDecider.Open(c, Id, Question, versions, null, null, Without(missing))).ThenRefused(code);
}
