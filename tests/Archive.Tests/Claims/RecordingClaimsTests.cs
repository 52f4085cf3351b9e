using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Time;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class RecordingClaimsTests
{
    [Fact]
    public void Recording_a_claim_begins_its_stream_in_version_1()
    {
        var claim = Given(Nothing).When(c => ClaimDecider.Record(c, Id, Draft, [Wikipedia, Tass], "2026", KnownStreams.All))
            .Then(new ClaimRecorded(Id, Content, [Cited(1, Wikipedia), Cited(2, Tass)], "2026"));
        claim.ShouldBe(new Claim(Id, 1, Content, [Cited(1, Wikipedia), Cited(2, Tass)], Rank.Normal, null, [], null, 2));
        claim.Status.ShouldBe(ClaimStatus.Standing);
    }

    [Fact]
    public void Recording_a_claim_derives_the_bounds_of_its_date()
    {
        HistoricalDate.TryDerive("2023-03-20", "morning", "Europe/Moscow", out var date, out _);
        Given(Nothing).When(c => ClaimDecider.Record(c, Id, Draft with { Occurred = new DateDraft("2023-03-20", "morning", "Europe/Moscow") }, [Wikipedia], null, KnownStreams.All))
            .Then(new ClaimRecorded(Id, Content with { Occurred = date }, [Cited(1, Wikipedia)]));
    }

    [Fact]
    public void One_source_can_be_cited_twice_for_different_parts() =>
        Given(Nothing).When(c => ClaimDecider.Record(c, Id, Draft, [Wikipedia, Wikipedia with { About = CitedPart.When }], null, KnownStreams.All))
            .Then(new ClaimRecorded(Id, Content, [Cited(1, Wikipedia), Cited(2, Wikipedia with { About = CitedPart.When })]));

    [Fact]
    public void Recording_a_claim_twice_is_refused() =>
        Given(Recorded).When(c => ClaimDecider.Record(c, Id, Draft, [Wikipedia], null, KnownStreams.All)).ThenRefused("claim-exists");

    [Fact]
    public void Recording_a_claim_in_an_unknown_record_is_refused() => Refused("record-unknown", Draft, [Wikipedia], "record/visit-2023");

    [Fact]
    public void Recording_a_claim_that_cites_an_unknown_source_is_refused() => Refused("source-unknown", Draft, [Wikipedia, Tass], "source/tass-arrival");

    [Fact]
    public void Recording_a_claim_that_cites_in_one_way_twice_is_refused() => Refused("citation-repeated", Draft, [Tass, Wikipedia, Tass with { }]);

    [Fact]
    public void Recording_a_claim_on_an_impossible_date_is_refused() => Refused("date-invalid", Draft with { Occurred = new DateDraft("2023-02-29") }, [Wikipedia]);

    [Theory]
    [InlineData("xi-jinping")]
    [InlineData("vnukovo")]
    [InlineData("wikipedia-editors")]
    public void Recording_a_claim_that_names_an_unknown_authority_is_refused(string authority) => Refused("authority-unknown", Draft, [Wikipedia], "authority/" + authority);

    [Fact]
    public void Recording_a_claim_derived_from_itself_is_refused() => Refused("derived-from-itself", Draft with { DerivedFrom = [Id] }, [Wikipedia]);

    [Fact]
    public void Recording_a_claim_derived_from_an_unknown_claim_is_refused() =>
        Refused("claim-unknown", Draft with { DerivedFrom = ["visit-2023/c99"] }, [Wikipedia], "claim/visit-2023/c99");

    [Fact]
    public void A_recorded_claim_refers_to_all_that_it_names()
    {
        var content = Content with { DerivedFrom = ["visit-2023/c08"], Particulars = Arriving with { MetBy = ["dmitry-chernyshenko"] } };
        ((IArchiveEvent)new ClaimRecorded(Id, content, [Cited(1, Wikipedia)])).References.ShouldBe(
            ["record/visit-2023", "source/wikipedia", "authority/xi-jinping", "authority/dmitry-chernyshenko", "authority/vnukovo", "authority/wikipedia-editors", "claim/visit-2023/c08"]);
    }

    private static void Refused(string code, ClaimDraft draft, ValueList<CitationDraft> citations, params string[] missing) =>
        Given(Nothing).When(c => ClaimDecider.Record(c, Id, draft, citations, null, Without(missing))).ThenRefused(code);
}
