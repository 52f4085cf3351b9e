using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Queries;

public sealed class GetDifferenceTests
{
    private static readonly Correction Clearer = new(CorrectionReason.Clarification, Fault.None, "clearer");

    [Fact]
    public async Task Claims_come_change_and_stay()
    {
        await using var archive = await CreateAsync();

        var difference = await archive.AskAsync(new GetDifference("r", new AsOf.Entry(4), AsOf.Latest, ClaimFilter.None));

        difference.Claims.Select(claim => (claim.Claim, claim.Difference, claim.Says)).ShouldBe([
            ("r/c1", DifferenceKind.Changed, "Better"),
            ("r/c2", DifferenceKind.Added, "What r/c2 says"),
            ("r/c10", DifferenceKind.Added, "What r/c10 says"),
        ]);
        Of(difference.Claims[0].Changes).ShouldBe(["says: \"What r/c1 says\" > \"Better\""]);
        difference.Claims[1].Changes.ShouldBeEmpty();
        Of(difference.Description).ShouldBe(["title: \"Title of r\" > \"Renamed\""]);
        (difference.From.Entry, difference.From.Final, difference.To.Entry, difference.To.Final).ShouldBe((4, true, 8, false));
        difference.FromDigest.ShouldBe((await archive.AskAsync(new ListRecordEntries("r", new AsOf.Entry(4)))).Digest);
        difference.ToDigest.ShouldBe((await archive.AskAsync(new ListRecordEntries("r", new AsOf.Entry(8)))).Digest);
    }

    [Fact]
    public async Task Backwards_what_came_goes()
    {
        await using var archive = await CreateAsync();

        var difference = await archive.AskAsync(new GetDifference("r", new AsOf.Entry(8), new AsOf.Entry(4), ClaimFilter.None));

        difference.Claims.Select(claim => (claim.Claim, claim.Difference, claim.Says)).ShouldBe([
            ("r/c1", DifferenceKind.Changed, "What r/c1 says"),
            ("r/c2", DifferenceKind.Removed, "What r/c2 says"),
            ("r/c10", DifferenceKind.Removed, "What r/c10 says"),
        ]);
        Of(difference.Claims[0].Changes).ShouldBe(["says: \"Better\" > \"What r/c1 says\""]);
        Of(difference.Description).ShouldBe(["title: \"Renamed\" > \"Title of r\""]);
        (difference.From.Final, difference.To.Final).ShouldBe((true, true));
    }

    [Fact]
    public async Task Moments_may_be_times_and_one_later_than_the_head_is_provisional()
    {
        await using var archive = await CreateAsync();
        var entries = (await archive.AskAsync(new ListRecordEntries("r", AsOf.Latest))).Entries;
        var (then, head) = (entries.Single(entry => entry.Entry == 4).RecordedAt, entries[^1].RecordedAt);

        var final = await archive.AskAsync(new GetDifference("r", new AsOf.Time(then), new AsOf.Time(head), ClaimFilter.None));
        var provisional = await archive.AskAsync(new GetDifference("r", new AsOf.Time(head.AddDays(1)), AsOf.Latest, ClaimFilter.None));

        (final.From.Entry, final.From.Final, final.To.Entry, final.To.Final).ShouldBe((4, true, 8, true));
        (provisional.From.Entry, provisional.From.Final, provisional.To.Final).ShouldBe((8, false, false));
        provisional.Claims.ShouldBeEmpty();
        provisional.Description.ShouldBeEmpty();
        provisional.FromDigest.ShouldBe(provisional.ToDigest);
    }

    [Fact]
    public async Task A_claim_that_came_back_to_what_it_was_does_not_differ()
    {
        await using var archive = await CreateAsync();
        await archive.DoAsync(new RetractClaim(archive.Context(), "r/c1", RetractionReason.Wrong, "not so"));
        await archive.DoAsync(new ReinstateClaim(archive.Context(), "r/c1", "so after all"));

        (await archive.AskAsync(new GetDifference("r", new AsOf.Entry(8), AsOf.Latest, ClaimFilter.None))).Claims.ShouldBeEmpty();
        Of((await archive.AskAsync(new GetDifference("r", new AsOf.Entry(8), new AsOf.Entry(9), ClaimFilter.None))).Claims.ShouldHaveSingleItem().Changes)
            .ShouldBe(["status: \"standing\" > \"retracted\"", "retraction:  > {\"reason\":\"wrong\",\"words\":\"not so\"}"]);
    }

    [Fact]
    public async Task Only_claims_that_pass_the_filter_are_compared()
    {
        await using var archive = await CreateAsync();

        var difference = await archive.AskAsync(new GetDifference("r", new AsOf.Entry(4), AsOf.Latest, new ClaimFilter(Words: "c10")));

        difference.Claims.ShouldHaveSingleItem().Claim.ShouldBe("r/c10");
    }

    [Fact]
    public async Task A_record_that_is_not_there_at_either_moment_is_not_found_as_of_that_moment()
    {
        await using var archive = await CreateAsync();

        (await archive.NotFoundAsync(new GetDifference("r", new AsOf.Entry(1), AsOf.Latest, ClaimFilter.None))).Message.ShouldContain("no record r as of entry 1");
        (await archive.NotFoundAsync(new GetDifference("r", AsOf.Latest, new AsOf.Entry(0), ClaimFilter.None))).Message.ShouldContain("no record r as of entry 0");
        (await archive.NotFoundAsync(new GetDifference("r", new AsOf.Entry(4), new AsOf.Entry(9), ClaimFilter.None))).Message.ShouldContain("no entry 9");
    }

    /// <summary>Entries: 1 and 2 sources, 3 the record, 4 its claim c1, 5 c10, 6 c2, 7 c1 corrected, 8 the record described.</summary>
    private static async Task<TestArchive> CreateAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s");
        await archive.RegisterAsync("t");
        await archive.OpenAsync("r");
        await archive.RecordAsync("r/c1", "s");
        await archive.RecordAsync("r/c10", "s");
        await archive.RecordAsync("r/c2", "t");
        await archive.DoAsync(new CorrectClaim(archive.Context(), "r/c1", new ClaimDraft("Better", Filling.Nothing), [new("s")], Clearer));
        await archive.DoAsync(new DescribeRecord(archive.Context(), "r", new RecordDraft("Renamed"), "better"));
        return archive;
    }

    private static string[] Of(IEnumerable<FieldChange> changes) =>
        changes.Select(change => $"{change.Field}: {change.Before?.ToJsonString()} > {change.After?.ToJsonString()}").ToArray();
}
