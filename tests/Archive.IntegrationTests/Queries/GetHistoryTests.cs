using Archive.Claims;
using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Time;
using Archive.Provenance;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Queries;

public sealed class GetHistoryTests
{
    private static readonly ClaimDraft Arrives = new("Xi arrives", new Statement([], null, "radio", null, []), Occurred: new DateDraft("2023-03-20"));

    private static readonly ClaimDraft Lands = Arrives with { Says = "Xi lands", Particulars = new Statement([], null, "television", null, []), Occurred = new DateDraft("2023-03-20", "noon", "Europe/Moscow") };

    [Fact]
    public async Task Each_step_says_who_when_why_and_what_changed_field_by_field()
    {
        await using var archive = await CreateAsync();
        await archive.DoAsync(new CorrectClaim(
            archive.Context(), "r/c1", Lands, [new("s")], new Correction(CorrectionReason.WrongTime, Fault.Source, "The clock was seen", "We erred", "2020-02")));
        await archive.DoAsync(new CiteSource(archive.Context(), "r/c1", new("t", Phrase: "landed"), "more"));
        await archive.DoAsync(new WithdrawCitation(archive.Context(), "r/c1", 1, "not there"));
        await archive.DoAsync(new RateClaim(archive.Context(), "r/c1", 2, "likely"));
        await archive.DoAsync(new RankClaim(archive.Context(), "r/c1", Rank.Preferred));
        await archive.DoAsync(new DisputeClaim(archive.Context(), "r/c1", "when", [new("noon", [new("s")]), new("night", [new("t")])]));
        await archive.DoAsync(new ResolveDispute(archive.Context(), "r/c1", "when", DisputeOutcome.BothHold, null, "both", []));
        await archive.DoAsync(new ReopenDispute(archive.Context(), "r/c1", "1", "more is known"));
        await archive.DoAsync(new RetractClaim(archive.Context(), "r/c1", RetractionReason.WithdrawnBySource, "taken back", "Gone"));
        await archive.DoAsync(new ReinstateClaim(archive.Context(), "r/c1", "it was right"));

        var items = (await HistoryAsync(archive, "r/c1")).Items;

        items.Select(item => $"{item.Event.Type[..^3]}: {string.Join(' ', item.Changes.Select(change => change.Field))}").ShouldBe([
            "claim-recorded: says kind medium occurred citations status rank",
            "claim-corrected: says medium occurred",
            "claim-cited: citations",
            "citation-withdrawn: citations",
            "claim-rated: credibility",
            "claim-ranked: rank",
            "claim-disputed: status disputes",
            "dispute-resolved: status disputes",
            "dispute-reopened: status disputes",
            "claim-retracted: status retraction",
            "claim-reinstated: status retraction",
        ]);
        var corrected = items[1];
        (corrected.Reason, corrected.Fault, corrected.Words, corrected.Notice, corrected.Decided).ShouldBe(("wrong-time", Fault.Source, "The clock was seen", "We erred", "2020-02"));
        (corrected.Event.Actor, corrected.Event.Entry, corrected.Event.Revision, corrected.Subject).ShouldBe(("tester", 5, 1, "r/c1"));
        corrected.Changes.Select(change => $"{change.Before?.ToJsonString()} > {change.After?.ToJsonString()}").ShouldBe([
            "\"Xi arrives\" > \"Xi lands\"",
            "\"radio\" > \"television\"",
            """{"edtf":"2023-03-20","clock":null,"zone":"UTC"} > {"edtf":"2023-03-20","clock":"noon","zone":"Europe/Moscow"}""",
        ]);
        items.Select(item => item.Words).ShouldBe([null, "The clock was seen", "more", "not there", "likely", null, null, "both", "more is known", "taken back", "it was right"]);
        (items[9].Reason, items[9].Notice).ShouldBe(("withdrawn-by-source", "Gone"));
    }

    [Fact]
    public async Task The_editors_own_date_is_never_recorded_time()
    {
        await using var archive = await CreateAsync();

        var item = (await HistoryAsync(archive, "r/c1")).Items.ShouldHaveSingleItem();

        item.Decided.ShouldBe("2020-01");
        item.Event.RecordedAt.Year.ShouldBe(2026);
        (await archive.NotFoundAsync(new GetHistory("r/c1", new AsOf.Time(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)), ClaimFilter.None, PageRequest.First)))
            .Message.ShouldContain("as of entry 0");
    }

    [Fact]
    public async Task The_history_of_a_record_has_its_own_steps_and_those_of_its_claims_in_entry_order()
    {
        await using var archive = await CreateAsync();
        await archive.RecordAsync("r/c2", "t");
        await archive.DoAsync(new DescribeRecord(archive.Context(), "r", new RecordDraft("Better", Zone: "UTC"), "better"));
        await archive.DoAsync(new RateClaim(archive.Context(), "r/c1", 2));
        await archive.OpenAsync("other");
        await archive.RecordAsync("other/c1", "s");

        (await StepsAsync(archive, "r", ClaimFilter.None, PageRequest.First)).ShouldBe(["1 r", "4 r/c1", "5 r/c2", "6 r", "7 r/c1"]);
        (await StepsAsync(archive, "r", ClaimFilter.None, new PageRequest(2, 2))).ShouldBe(["5 r/c2", "6 r"]);
        (await StepsAsync(archive, "r", ClaimFilter.None, new PageRequest(9, 2))).ShouldBeEmpty();
        (await StepsAsync(archive, "r", new ClaimFilter(Kind: ClaimKind.Statement), PageRequest.First)).ShouldBe(["4 r/c1", "7 r/c1"]);
        (await HistoryAsync(archive, "r")).Items[3].Changes.Select(change => change.Field).ShouldBe(["title", "zone"]);
    }

    [Fact]
    public async Task What_is_not_there_has_no_history()
    {
        await using var archive = await CreateAsync();

        (await archive.NotFoundAsync(new GetHistory("nothing", new AsOf.Entry(2), ClaimFilter.None, PageRequest.First))).Message.ShouldContain("no record nothing as of entry 2");
        (await archive.NotFoundAsync(new GetHistory("r/c1", new AsOf.Entry(3), ClaimFilter.None, PageRequest.First))).Message.ShouldContain("no claim r/c1 as of entry 3");
        (await archive.InvalidAsync(new GetHistory("../x", AsOf.Latest, ClaimFilter.None, PageRequest.First))).ShouldHaveSingleItem().Pointer.ShouldBe("/subject");
    }

    /// <summary>Entries 1 to 4: the record r, the sources s and t, the claim r/c1.</summary>
    private static async Task<TestArchive> CreateAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        await archive.RegisterAsync("t");
        await archive.DoAsync(new RecordClaim(archive.Context(), "r/c1", Arrives, [new("s")], "2020-01"));
        return archive;
    }

    private static async Task<Page<HistoryItem>> HistoryAsync(TestArchive archive, string subject) =>
        (await archive.AskAsync(new GetHistory(subject, AsOf.Latest, ClaimFilter.None, PageRequest.First))).Items;

    private static async Task<string[]> StepsAsync(TestArchive archive, string subject, ClaimFilter filter, PageRequest page) =>
        (await archive.AskAsync(new GetHistory(subject, AsOf.Latest, filter, page))).Items.Items.Select(item => $"{item.Event.Entry} {item.Subject}").ToArray();
}
