using Archive.Domain.Claims;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class JudgingClaimsTests
{
    [Fact]
    public void Rating_a_claim_says_how_credible_it_is() =>
        Given(Recorded).When(c => ClaimDecider.Rate(c, Id, 6, "nobody can tell", "2026")).Then(new ClaimRated(Id, 6, "nobody can tell", "2026")).Credibility.ShouldBe(6);

    [Fact]
    public void Rating_a_claim_as_it_is_rated_changes_nothing() => Given(Recorded, new ClaimRated(Id, 2)).When(c => ClaimDecider.Rate(c, Id, 2, "again", null)).ThenNothing();

    [Fact]
    public void A_retracted_claim_can_still_be_rated() => Given(Recorded, Retracted).When(c => ClaimDecider.Rate(c, Id, 5, null, null)).Then(new ClaimRated(Id, 5));

    [Fact]
    public void Rating_a_claim_that_is_not_there_is_refused() => Given(Nothing).When(c => ClaimDecider.Rate(c, Id, 1, null, null)).ThenRefused("claim-unknown");

    [Fact]
    public void Ranking_a_claim_gives_it_its_rank() =>
        Given(Recorded).When(c => ClaimDecider.SetRank(c, Id, Rank.Deprecated, "outdone", "2026")).Then(new ClaimRanked(Id, Rank.Deprecated, "outdone", "2026")).Rank.ShouldBe(Rank.Deprecated);

    [Fact]
    public void Ranking_a_claim_normal_that_was_never_ranked_changes_nothing() => Given(Recorded).When(c => ClaimDecider.SetRank(c, Id, Rank.Normal, null, null)).ThenNothing();

    [Fact]
    public void Ranking_a_claim_that_is_not_there_is_refused() => Given(Nothing).When(c => ClaimDecider.SetRank(c, Id, Rank.Preferred, null, null)).ThenRefused("claim-unknown");

    [Fact]
    public void Retracting_a_claim_withdraws_it_and_keeps_it_readable()
    {
        var claim = Given(Recorded).When(c => ClaimDecider.Retract(c, Id, RetractionReason.Unsupported, "no source", "withdrawn", "2026"))
            .Then(new ClaimRetracted(Id, RetractionReason.Unsupported, "no source", "withdrawn", "2026"));
        claim.Status.ShouldBe(ClaimStatus.Retracted);
        claim.Retraction.ShouldBe(new Retraction(RetractionReason.Unsupported, "no source"));
        claim.Content.ShouldBe(Content);
    }

    [Fact]
    public void A_retracted_claim_is_retracted_even_while_it_is_disputed() => Given(Recorded, Disputed, Retracted).State.Status.ShouldBe(ClaimStatus.Retracted);

    [Fact]
    public void Retracting_a_claim_twice_changes_nothing() =>
        Given(Recorded, Retracted).When(c => ClaimDecider.Retract(c, Id, RetractionReason.Legal, "again", null, null)).ThenRefused("claim-already-retracted");

    [Fact]
    public void Retracting_a_claim_that_is_not_there_is_refused() =>
        Given(Nothing).When(c => ClaimDecider.Retract(c, Id, RetractionReason.Other, "x", null, null)).ThenRefused("claim-unknown");

    [Fact]
    public void Reinstating_a_claim_takes_its_retraction_back() =>
        Given(Recorded, Disputed, Retracted).When(c => ClaimDecider.Reinstate(c, Id, "a source was found", "2026")).Then(new ClaimReinstated(Id, "a source was found", "2026"))
            .Status.ShouldBe(ClaimStatus.Disputed);

    [Fact]
    public void Reinstating_a_claim_that_stands_is_refused() => Given(Recorded).When(c => ClaimDecider.Reinstate(c, Id, "x", null)).ThenRefused("claim-not-retracted");

    [Fact]
    public void Reinstating_a_claim_that_is_not_there_is_refused() => Given(Nothing).When(c => ClaimDecider.Reinstate(c, Id, "x", null)).ThenRefused("claim-unknown");

    [Fact]
    public void A_stream_that_is_damaged_does_not_fold()
    {
        Should.Throw<InvalidOperationException>(() => Given(Recorded, Recorded));
        Should.Throw<InvalidOperationException>(() => Given(Retracted));
    }
}
