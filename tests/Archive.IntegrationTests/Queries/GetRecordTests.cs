using Archive.Domain.Claims;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Queries;

public sealed class GetRecordTests(VisitArchive visit) : IClassFixture<VisitArchive>
{
    [Fact]
    public async Task Claims_come_by_date_open_starts_first_open_ends_last_undated_at_the_end_and_ties_by_entry() =>
        (await ClaimsAsync("order", ClaimFilter.None)).ShouldBe(["c3", "c8", "c6", "c2", "c5", "c4", "c9", "c7", "c1", "c10"]);

    [Theory]
    [InlineData(ClaimKind.Arrival, "c1")]
    [InlineData(ClaimKind.Meeting, "c2")]
    [InlineData(ClaimKind.Statement, "c3")]
    [InlineData(ClaimKind.Reaction, "c4")]
    [InlineData(ClaimKind.Background, "c5")]
    [InlineData(ClaimKind.Signing, "")]
    public Task A_kind_is_asked_for(ClaimKind kind, string claims) => FoundAsync(new ClaimFilter(Kind: kind), claims);

    [Theory]
    [InlineData("xi", "c1 c2 c3")]
    [InlineData("xi-2", "c1 c2 c3")]
    [InlineData("Xi Jinping", "c1 c2 c3")]
    [InlineData("  xi   JINPING ", "c1 c2 c3")]
    [InlineData("习近平", "c1 c2 c3")]
    [InlineData("СИ ЦЗИНЬПИН", "c1 c2 c3")]
    [InlineData("شي جين بينغ", "c1 c2 c3")]
    [InlineData("si czinpin", "c1 c2 c3")]
    [InlineData("Vladimir Putin", "c2 c3")]
    [InlineData("chernyshenko", "c1")]
    [InlineData("Jinping", "")]
    [InlineData("nobody", "")]
    public Task A_person_is_asked_for_by_id_name_or_alias_and_whoever_was_merged_with_them(string person, string claims) =>
        FoundAsync(new ClaimFilter(Person: person), claims);

    [Theory]
    [InlineData("vnukovo", "c1 c5")]
    [InlineData("ВНУКОВО", "c1 c5")]
    [InlineData("vnukovo-2", "c1 c5")]
    [InlineData("Kremlin", "c2")]
    [InlineData("xi", "")]
    public Task A_place_is_asked_for(string place, string claims) => FoundAsync(new ClaimFilter(Place: place), claims);

    [Theory]
    [InlineData(ClaimStatus.Standing, "c1 c2 c3")]
    [InlineData(ClaimStatus.Disputed, "c4")]
    [InlineData(ClaimStatus.Retracted, "c5")]
    public Task A_status_is_asked_for(ClaimStatus status, string claims) => FoundAsync(new ClaimFilter(Status: status), claims);

    [Theory]
    [InlineData("tass", "c1 c3")]
    [InlineData("tass-old", "c1 c3")]
    [InlineData("xinhua", "c2")]
    [InlineData("unknown", "")]
    public Task A_source_is_asked_for_with_those_merged_into_it(string source, string claims) => FoundAsync(new ClaimFilter(Source: source), claims);

    [Theory]
    [InlineData("vnukovo ARRIVES", "c1")]
    [InlineData("Xi Kremlin", "")]
    [InlineData("普京", "c2")]
    [InlineData("ёлка", "c3")]
    [InlineData("Е\u0308ЛКА", "c3")]
    [InlineData("елка", "c3")]
    [InlineData("رحب", "c4")]
    [InlineData("رَحَّبَ", "c4")]
    [InlineData("café", "c5")]
    [InlineData("CAFE", "c5")]
    [InlineData("Cafe\u0301", "c5")]
    [InlineData("οδός", "c5")]
    [InlineData("STRASSE", "c5")]
    [InlineData("nothing", "")]
    public Task Words_are_found_whatever_their_case_accents_and_composition(string words, string claims) => FoundAsync(new ClaimFilter(Words: words), claims);

    [Theory]
    [InlineData("2023-03-20", DateMatch.Certainly, null, "c1")]
    [InlineData("2023-03-20", DateMatch.Possibly, null, "c1 c3 c4")]
    [InlineData("2023-03-20", DateMatch.Possibly, "UTC", "c2 c3 c4")]
    [InlineData("2023-03-19", DateMatch.Certainly, "UTC", "c1")]
    [InlineData("2023-03-20/2023-03-21", DateMatch.Certainly, null, "c1 c2")]
    [InlineData("2023-03-22", DateMatch.Possibly, null, "c3 c4")]
    [InlineData("2023-03", DateMatch.Certainly, null, "c1 c2 c3 c4")]
    [InlineData("../2023-03-20", DateMatch.Certainly, null, "c1")]
    [InlineData("2023-04", DateMatch.Possibly, null, "")]
    public Task A_date_is_asked_for_in_the_zone_of_the_record_unless_another_is_named(string on, DateMatch match, string? zone, string claims) =>
        FoundAsync(new ClaimFilter(Occurred: new OccurredFilter(on, match, zone)), claims);

    [Fact]
    public Task Filters_hold_together() =>
        FoundAsync(new ClaimFilter(Person: "xi", Source: "tass", Occurred: new OccurredFilter("2023-03-20", DateMatch.Certainly)), "c1");

    [Fact]
    public async Task What_was_merged_later_was_another_before()
    {
        var opened = (await visit.Archive.AskAsync(new GetRecord("visit", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Claims.Items.Max(claim => claim.FirstEntry);

        (await ClaimsAsync("visit", new ClaimFilter(Person: "xi"), new AsOf.Entry(opened))).ShouldBe(["c1", "c2"]);
        (await ClaimsAsync("visit", new ClaimFilter(Source: "tass"), new AsOf.Entry(opened))).ShouldBe(["c1"]);
    }

    [Fact]
    public async Task Pages_are_parts_of_one_list_and_one_beyond_the_end_is_empty()
    {
        var all = await ClaimsAsync("order", ClaimFilter.None);
        for (var number = 1; number <= 5; number++)
        {
            var answer = await visit.Archive.AskAsync(new GetRecord("order", AsOf.Latest, ClaimFilter.None, new PageRequest(number, 3)));
            answer.Claims.Items.Select(claim => claim.Id["order/".Length..]).ShouldBe(all.Skip(3 * (number - 1)).Take(3));
            (answer.Claims.Number, answer.Claims.Size, answer.Claims.Total, answer.Claims.Pages).ShouldBe((number, 3, 10, 4));
        }
    }

    [Fact]
    public async Task Neither_filter_nor_page_changes_the_digest()
    {
        var whole = await visit.Archive.AskAsync(new GetRecord("visit", AsOf.Latest, ClaimFilter.None, PageRequest.First));
        var part = await visit.Archive.AskAsync(new GetRecord("visit", AsOf.Latest, new ClaimFilter(Person: "xi"), new PageRequest(2, 1)));

        part.Digest.ShouldBe(whole.Digest);
        part.AsOf.ShouldBe(whole.AsOf);
    }

    [Theory]
    [InlineData(0, 100, "/page/number")]
    [InlineData(-1, 100, "/page/number")]
    [InlineData(1_000_001, 100, "/page/number")]
    [InlineData(1, 0, "/page/size")]
    [InlineData(1, 1001, "/page/size")]
    public async Task A_page_out_of_range_is_invalid(int number, int size, string pointer) =>
        (await visit.Archive.InvalidAsync(new GetRecord("visit", AsOf.Latest, ClaimFilter.None, new PageRequest(number, size)))).Select(violation => violation.Pointer).ShouldBe([pointer]);

    [Fact]
    public async Task Everything_wrong_with_a_filter_is_said_at_once()
    {
        var filter = new ClaimFilter((ClaimKind)99, "", "a\nb", (ClaimStatus)99, "A B", "\uD800", new OccurredFilter("2023-13", (DateMatch)9));
        var set = new ClaimFilter(Occurred: new OccurredFilter("[2023-03-20,2023-03-22]"));
        var zone = new ClaimFilter(Occurred: new OccurredFilter("2023", Zone: "Mars/Olympus"));

        (await PointersAsync(filter)).ShouldBe(
            ["/filter/kind", "/filter/occurred/match", "/filter/occurred/on", "/filter/person", "/filter/place", "/filter/source", "/filter/status", "/filter/words"]);
        (await PointersAsync(set)).ShouldBe(["/filter/occurred/on"]);
        (await PointersAsync(zone)).ShouldBe(["/filter/occurred/zone"]);
        (await PointersAsync(new ClaimFilter(Words: "\u200B"))).ShouldBe(["/filter/words"]);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_not_found_as_of_that_entry()
    {
        (await visit.Archive.NotFoundAsync(new GetRecord("nothing", new AsOf.Entry(3), ClaimFilter.None, PageRequest.First)))
            .ShouldBe(new("record-unknown", "There is no record nothing as of entry 3. 'archive records' lists those there are."));
        (await visit.Archive.NotFoundAsync(new GetRecord("visit", new AsOf.Entry(0), ClaimFilter.None, PageRequest.First))).Message.ShouldContain("as of entry 0");
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(-1)]
    public async Task An_entry_that_the_ledger_does_not_have_is_not_found(long entry) =>
        (await visit.Archive.NotFoundAsync(new GetRecord("visit", new AsOf.Entry(entry), ClaimFilter.None, PageRequest.First))).Code.ShouldBe("entry-not-recorded");

    private async Task FoundAsync(ClaimFilter filter, string claims) => (await ClaimsAsync("visit", filter)).Order(StringComparer.Ordinal)
        .ShouldBe(claims.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private async Task<string[]> ClaimsAsync(string record, ClaimFilter filter, AsOf? asOf = null) =>
        (await visit.Archive.AskAsync(new GetRecord(record, asOf ?? AsOf.Latest, filter, PageRequest.First))).Claims.Items.Select(claim => claim.Id[(record.Length + 1)..]).ToArray();

    private async Task<string[]> PointersAsync(ClaimFilter filter) => (await visit.Archive.InvalidAsync(new GetRecord("visit", AsOf.Latest, filter, PageRequest.First)))
        .Select(violation => violation.Pointer).Order(StringComparer.Ordinal).ToArray();
}
