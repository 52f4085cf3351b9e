using System.Security.Cryptography;
using System.Text;
using Archive.Authorities;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Projection;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Queries;

public sealed class ListTests
{
    [Fact]
    public async Task Records_come_by_date_with_counts_of_their_claims()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s");
        await archive.RegisterAsync("t");
        await archive.OpenAsync("undated");
        await archive.OpenAsync("later", "2023-03-20", "Asia/Shanghai");
        await archive.OpenAsync("earlier", "2022");
        await archive.OpenAsync("tie", "2023-03-20", "Asia/Shanghai");
        foreach (var id in (string[])["later/c1", "later/c2", "later/c3", "tie/c1"])
            await archive.RecordAsync(id, "s");
        await archive.DoAsync(new DisputeClaim(archive.Context(), "later/c1", "who", [new("one", [new("s")]), new("two", [new("t")])]));
        await archive.DoAsync(new RetractClaim(archive.Context(), "later/c2", RetractionReason.Wrong, "not so"));

        (await ListAsync(archive, AsOf.Latest)).ShouldBe(["earlier 0 0 0", "later 3 1 1", "tie 1 0 0", "undated 0 0 0"]);
        (await ListAsync(archive, new AsOf.Entry(7))).ShouldBe(["earlier 0 0 0", "later 1 0 0", "tie 0 0 0", "undated 0 0 0"]);
        (await ListAsync(archive, new AsOf.Entry(2))).ShouldBeEmpty();
        (await ListAsync(archive, AsOf.Latest, new OccurredFilter("2023-03-20", DateMatch.Certainly))).ShouldBe(["later 3 1 1", "tie 1 0 0"]);
        (await ListAsync(archive, AsOf.Latest, new OccurredFilter("2023-03-20", DateMatch.Certainly, "UTC"))).ShouldBeEmpty();
        (await ListAsync(archive, AsOf.Latest, new OccurredFilter("2022-05"))).ShouldBe(["earlier 0 0 0"]);
        (await ListAsync(archive, AsOf.Latest, page: new PageRequest(2, 3))).ShouldBe(["undated 0 0 0"]);
        (await archive.InvalidAsync(new ListRecords(AsOf.Latest, new OccurredFilter("x"), new PageRequest(1, 0)))).Select(violation => violation.Pointer).ShouldBe(["/occurred/on", "/page/size"]);
    }

    [Theory]
    [InlineData("UTC+03")]
    [InlineData("europe/moscow")]
    public async Task No_record_has_a_zone_in_which_its_dates_could_not_be_asked_for(string zone)
    {
        await using var archive = await TestArchive.CreateAsync();

        (await archive.InvalidAsync(new OpenRecord(archive.Context(), "r", new("T", Zone: zone)))).ShouldHaveSingleItem().Pointer.ShouldBe("/description/zone");
    }

    [Fact]
    public async Task The_entries_of_a_record_are_its_own_those_of_its_claims_and_of_what_these_reach()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.EstablishAsync("moscow", AuthorityKind.Place, "Moscow");                                                        // 1
        await archive.EstablishAsync("xi", AuthorityKind.Person, "Xi");                                                               // 2
        await archive.EstablishAsync("xi-2", AuthorityKind.Person, "Xi again");                                                       // 3
        await archive.EstablishAsync("stranger", AuthorityKind.Person, "Nobody here");                                                // 4
        await archive.RegisterAsync("voice");                                                                                         // 5
        await archive.RegisterAsync("tass", "voice");                                                                                 // 6, 7
        await archive.RegisterAsync("withdrawn");                                                                                     // 8
        await archive.RegisterAsync("elsewhere");                                                                                     // 9
        await archive.OpenAsync("r", places: "moscow");                                                                               // 10
        await archive.OpenAsync("other");                                                                                             // 11
        await archive.RecordAsync("other/c1", "elsewhere");                                                                           // 12
        await archive.RecordAsync("r/c1", new ClaimDraft("x", new Background(["xi-2"], null), DerivedFrom: ["other/c1"]), new("tass"), new("withdrawn"));  // 13
        await archive.DoAsync(new MergeAuthority(archive.Context(), "xi-2", "xi", "the same"));                                       // 14
        await archive.DoAsync(new WithdrawCitation(archive.Context(), "r/c1", 2, "not there"));                                       // 15
        await archive.DoAsync(new RateSource(archive.Context(), "voice", Reliability.A));                                             // 16
        await archive.DoAsync(new RateSource(archive.Context(), "elsewhere", Reliability.A));                                         // 17

        (await EntriesAsync(archive, AsOf.Latest)).ShouldBe([1, 2, 3, 5, 6, 7, 8, 10, 13, 14, 15, 16]);
        (await EntriesAsync(archive, new AsOf.Entry(17))).ShouldBe([1, 2, 3, 5, 6, 7, 8, 10, 13, 14, 15, 16]);
        (await EntriesAsync(archive, new AsOf.Entry(13))).ShouldBe([1, 3, 5, 6, 7, 8, 10, 13]);
        (await EntriesAsync(archive, new AsOf.Entry(12))).ShouldBe([1, 10]);
        (await archive.NotFoundAsync(new ListRecordEntries("r", new AsOf.Entry(9)))).Message.ShouldContain("no record r as of entry 9");
    }

    [Fact]
    public async Task The_status_says_how_far_the_archive_has_come()
    {
        await using var archive = await TestArchive.CreateAsync();
        var empty = await archive.AskAsync(new GetStatus());
        (empty.Log, empty.Entry, empty.RecordedAt, empty.Lag, empty.Generation, empty.Projecting, empty.Stopped).ShouldBe(("archive.test/log", 0, null, 0, 1, false, null));

        await archive.SendAsync(new RegisterSource(archive.Context(), "s", new SourceDraft(SourceKind.Other, "T")));
        var behind = await archive.AskAsync(new GetStatus());
        (behind.Entry, behind.Lag, behind.LogId).ShouldBe((0, 1, empty.LogId));

        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        var there = await archive.AskAsync(new GetStatus());
        (there.Entry, there.Lag, there.Projecting).ShouldBe((1, 0, true));
        there.RecordedAt!.Value.Year.ShouldBe(2026);
    }

    /// <summary>The entries, after their digest was made again from their leaf hashes as schemas/ledger says, by hand.</summary>
    private static async Task<long[]> EntriesAsync(TestArchive archive, AsOf asOf)
    {
        var answer = await archive.AskAsync(new ListRecordEntries("r", asOf));
        var streams = answer.Entries.GroupBy(entry => entry.Stream, StringComparer.Ordinal).OrderBy(stream => stream.Key, StringComparer.Ordinal).Select(stream =>
        {
            var digest = stream.Aggregate(new byte[32], (before, entry) => SHA256.HashData([2, .. before, .. Convert.FromHexString(entry.LeafHash)]));
            return $"\"{stream.Key}\":\"{Convert.ToHexStringLower(digest)}\"";
        });
        var canonical = $"{{\"entry\":{answer.AsOf.Entry},\"log\":\"archive.test/log\",\"record\":\"r\",\"streams\":{{{string.Join(',', streams)}}},\"v\":2}}";
        answer.Digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        answer.Digest.ShouldBe((await archive.AskAsync(new GetRecord("r", asOf, ClaimFilter.None, PageRequest.First))).Digest);
        return answer.Entries.Select(entry => entry.Entry).ToArray();
    }

    private static async Task<string[]> ListAsync(TestArchive archive, AsOf asOf, OccurredFilter? occurred = null, PageRequest? page = null) =>
        (await archive.AskAsync(new ListRecords(asOf, occurred, page ?? PageRequest.First))).Records.Items
            .Select(item => $"{item.Record.Id} {item.Claims} {item.Disputed} {item.Retracted}").ToArray();
}
