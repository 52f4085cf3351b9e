using Archive.Domain;
using Archive.Domain.Claims;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class CitingClaimsTests
{
    [Fact]
    public void Citing_a_source_adds_a_citation_and_leaves_the_version()
    {
        var claim = Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Tass, "another voice", "2026", KnownStreams.All)).Then(new ClaimCited(Id, Cited(2, Tass), "another voice", "2026"));
        claim.Citations.ShouldBe([Cited(1, Wikipedia), Cited(2, Tass)]);
        claim.Version.ShouldBe(1);
    }

    [Fact]
    public void A_citation_after_a_dispute_is_numbered_after_those_of_the_dispute() =>
        Given(Recorded, Disputed, Resolved).When(c => ClaimDecider.Cite(c, Id, Tass, null, null, KnownStreams.All)).Then(new ClaimCited(Id, Cited(5, Tass)));

    [Fact]
    public void Citing_a_source_in_the_same_way_again_is_refused() =>
        Given(Recorded, CitedTass).When(c => ClaimDecider.Cite(c, Id, Tass, null, null, KnownStreams.All)).ThenRefused("citation-repeated");

    [Fact]
    public void Citing_an_unknown_source_is_refused() =>
        Given(Recorded).When(c => ClaimDecider.Cite(c, Id, Tass, null, null, Without("source/tass-arrival"))).ThenRefused("source-unknown");

    [Fact]
    public void Citing_for_a_claim_that_is_not_there_is_refused() =>
        Given(Nothing).When(c => ClaimDecider.Cite(c, Id, Tass, null, null, KnownStreams.All)).ThenRefused("claim-unknown");

    [Fact]
    public void Citing_for_a_retracted_claim_is_refused() =>
        Given(Recorded, Retracted).When(c => ClaimDecider.Cite(c, Id, Tass, null, null, KnownStreams.All)).ThenRefused("claim-retracted");

    [Fact]
    public void Withdrawing_a_citation_leaves_the_others() =>
        Given(Recorded, CitedTass).When(c => ClaimDecider.WithdrawCitation(c, Id, 1, "a mirror", "2026")).Then(new CitationWithdrawn(Id, 1, "a mirror", "2026"))
            .Citations.ShouldBe([Cited(2, Tass)]);

    [Fact]
    public void Withdrawing_the_last_citation_is_refused() =>
        Given(Recorded, CitedTass, new CitationWithdrawn(Id, 1, "x")).When(c => ClaimDecider.WithdrawCitation(c, Id, 2, "x", null)).ThenRefused("last-citation");

    [Fact]
    public void Withdrawing_a_citation_that_is_not_there_is_refused() =>
        Given(Recorded, CitedTass).When(c => ClaimDecider.WithdrawCitation(c, Id, 3, "x", null)).ThenRefused("citation-unknown");

    [Fact]
    public void Withdrawing_a_citation_of_a_dispute_is_refused() =>
        Given(Recorded, Disputed).When(c => ClaimDecider.WithdrawCitation(c, Id, 2, "x", null)).ThenRefused("citation-unknown");

    [Fact]
    public void Withdrawing_a_citation_of_a_claim_that_is_not_there_is_refused() =>
        Given(Nothing).When(c => ClaimDecider.WithdrawCitation(c, Id, 1, "x", null)).ThenRefused("claim-unknown");

    [Fact]
    public void Withdrawing_a_citation_of_a_retracted_claim_is_refused() =>
        Given(Recorded, CitedTass, Retracted).When(c => ClaimDecider.WithdrawCitation(c, Id, 1, "x", null)).ThenRefused("claim-retracted");
}
