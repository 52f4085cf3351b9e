using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Time;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class CorrectingClaimsTests
{
    private static readonly ClaimDraft Landing = Draft with { Says = "Xi's aircraft lands at Vnukovo-2" };

    [Fact]
    public void Correcting_a_claim_makes_its_next_version_with_the_reason()
    {
        var corrected = Content with { Says = Landing.Says };
        var claim = Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Landing, [Tass], WrongTime, KnownStreams.All))
            .Then(new ClaimCorrected(Id, 2, corrected, [Cited(2, Tass)], CorrectionReason.WrongTime, Fault.Source, "early afternoon", "corrected", "2026-01-20"));
        (claim.Version, claim.Content, claim.LastCitation).ShouldBe((2, corrected, 2));
        claim.Citations.ShouldBe([Cited(2, Tass)]);
    }

    [Fact]
    public void A_citation_that_a_correction_repeats_keeps_its_number() =>
        Given(Recorded, CitedTass).When(c => ClaimDecider.Correct(c, Id, Landing, [Unn, Tass, Wikipedia with { Stance = Stance.Mentions }], WrongTime, KnownStreams.All)).Then(Correction(
            Landing.Says, 2, Cited(3, Unn), Cited(2, Tass), Cited(4, Wikipedia with { Stance = Stance.Mentions })));

    [Fact]
    public void The_number_of_a_withdrawn_citation_is_not_given_again() =>
        Given(Recorded, CitedTass, new CitationWithdrawn(Id, 2, "x")).When(c => ClaimDecider.Correct(c, Id, Landing, [Wikipedia, Tass], WrongTime, KnownStreams.All))
            .Then(Correction(Landing.Says, 2, Cited(1, Wikipedia), Cited(3, Tass)));

    [Fact]
    public void Correcting_the_citations_alone_is_a_correction() =>
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Draft, [Wikipedia, Tass], WrongTime, KnownStreams.All)).Then(Correction(Draft.Says, 2, Cited(1, Wikipedia), Cited(2, Tass)));

    [Fact]
    public void A_disputed_claim_can_be_corrected_and_stays_disputed() =>
        Given(Recorded, Disputed).When(c => ClaimDecider.Correct(c, Id, Landing, [Wikipedia], WrongTime, KnownStreams.All)).Then(Correction(Landing.Says, 2, Cited(1, Wikipedia)))
            .Status.ShouldBe(ClaimStatus.Disputed);

    [Fact]
    public void Correcting_nothing_is_refused() =>
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Draft, [Wikipedia], WrongTime, KnownStreams.All)).ThenRefused("nothing-corrected");

    [Fact]
    public void Another_order_of_the_citations_alone_is_no_correction()
    {
        var cited = Given(Recorded, CitedTass);
        cited.When(c => ClaimDecider.Correct(c, Id, Draft, [Tass, Wikipedia], WrongTime, KnownStreams.All)).ThenRefused("nothing-corrected");
        cited.When(c => ClaimDecider.Correct(c, Id, Draft, [Tass], WrongTime, KnownStreams.All)).Then(Correction(Draft.Says, 2, Cited(2, Tass)));
    }

    [Fact]
    public void Newer_zone_data_alone_is_no_correction()
    {
        HistoricalDate.TryDerive("2023-03-20", null, "UTC", out var date, out _);
        var older = System.Text.Json.JsonSerializer.Deserialize<HistoricalDate>(System.Text.Json.JsonSerializer.Serialize(date).Replace(date!.Bounds.Zones, "2019a"));
        Given(new ClaimRecorded(Id, Content with { Occurred = older }, [Cited(1, Wikipedia)]))
            .When(c => ClaimDecider.Correct(c, Id, Draft with { Occurred = new DateDraft("2023-03-20", null, "UTC") }, [Wikipedia], WrongTime, KnownStreams.All)).ThenRefused("nothing-corrected");
    }

    [Fact]
    public void Correcting_a_claim_into_another_kind_is_refused() =>
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Draft with { Particulars = new Departure(["xi-jinping"], "vnukovo", []) }, [Wikipedia], WrongTime, KnownStreams.All)).ThenRefused("kind-fixed");

    [Fact]
    public void Correcting_a_claim_that_is_not_there_is_refused() =>
        Given(Nothing).When(c => ClaimDecider.Correct(c, Id, Landing, [Wikipedia], WrongTime, KnownStreams.All)).ThenRefused("claim-unknown");

    [Fact]
    public void Correcting_a_retracted_claim_is_refused() =>
        Given(Recorded, Retracted).When(c => ClaimDecider.Correct(c, Id, Landing, [Wikipedia], WrongTime, KnownStreams.All)).ThenRefused("claim-retracted");

    [Fact]
    public void Correcting_a_claim_with_an_unknown_source_is_refused() =>
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Landing, [Unn], WrongTime, Without("source/unn-landing"))).ThenRefused("source-unknown");

    [Fact]
    public void Correcting_a_claim_with_a_repeated_citation_is_refused() =>
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Landing, [Unn, Unn], WrongTime, KnownStreams.All)).ThenRefused("citation-repeated");

    [Fact]
    public void Correcting_a_claim_to_an_impossible_date_is_refused() =>
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Landing with { Occurred = new DateDraft("20 March") }, [Wikipedia], WrongTime, KnownStreams.All)).ThenRefused("date-invalid");

    private static ClaimCorrected Correction(string says, int version, params Citation[] citations) => new(
        Id, version, Content with { Says = says }, citations.ToValueList(), WrongTime.Reason, WrongTime.Fault, WrongTime.Words, WrongTime.Notice, WrongTime.Decided);
}
