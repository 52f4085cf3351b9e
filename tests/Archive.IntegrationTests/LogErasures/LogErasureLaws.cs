using Archive.Domain.Erasures;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using Archive.IntegrationTests.LogCopies;
using Archive.Ledger;
using Archive.LogErasures;
using Archive.Projection;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.LogErasures;

public sealed class LogErasureLaws
{
    [Theory]
    [InlineData(101, "postgres", "postgres")]
    [InlineData(102, "postgres", "postgres")]
    [InlineData(103, "postgres", "archive")]
    [InlineData(104, "archive", "archive-2")]
    [InlineData(105, "archive", "postgres")]
    public async Task Entries_without_their_words_keep_their_numbers_leaves_proofs_and_digests(int seed, string from, string into)
    {
        await using var moving = await MovingArchive.CreateAsync();
        var random = new Random(seed);
        IReadOnlyDictionary<long, string> canaries;
        IReadOnlyList<LoggedEvent> events;
        List<LedgerEntry> entries;
        List<string> digests;
        long[] gone;
        await using (var archive = await moving.OpenAsync(from))
        {
            canaries = await CanaryArchive.FillAsync(archive, seed, 2);
            events = await RandomArchive.EventsAsync(archive);
            entries = await EntriesAsync(archive, events.Count);
            var held = await HeldAsync(archive, entries);
            gone = [.. entries.Where(entry => random.Next(3) == 0 && !ErasableEntries.IsKept(entry.Type) && !held.Contains(entry.Stream)).Select(entry => entry.Id)];
            digests = await DigestsAsync(archive, events.Count);
            (await WordsAsync(moving, canaries)).ShouldBe(canaries.Values, ignoreOrder: true);
        }

        var erased = await moving.ErasedAsync(from, into, gone, destroyOld: true);

        (erased.Events, erased.Log).ShouldBe((events.Count, "archive.test/log"));
        erased.Entries.Select(entry => (entry.Entry, entry.PayloadDigest, entry.LeafHash)).ShouldBe(entries.Where(entry => gone.Contains(entry.Id)).Select(entry => (entry.Id, entry.PayloadDigest, entry.LeafHash)));
        await using var after = await moving.OpenAsync(into);
        var left = await RandomArchive.EventsAsync(after);
        left.Select((logged, at) => (logged, at)).ShouldAllBe(pair => gone.Contains(pair.at + 1L) == (pair.logged.Happened() is ErasedEvent));
        (await EntriesAsync(after, events.Count)).Select(Proven).ShouldBe(entries.Select(Proven));
        (await DigestsAsync(after, events.Count)).ShouldBe(digests);
        (await WordsAsync(moving, canaries)).ShouldBe(canaries.Where(canary => !gone.Contains(canary.Key)).Select(canary => canary.Value), ignoreOrder: true);
        left.ShouldAllBe(logged => !canaries.Where(canary => gone.Contains(canary.Key)).Any(canary => CanaryArchive.Has(logged, canary.Value)));
        await Law.EntriesAreDenseAsync(after, left);
        await Law.AsOfIsTheFoldAsync(after, left, Enumerable.Range(1, left.Count).Select(n => (long)n), $"{from} into {into}");
        await Law.TheLedgerIsSoundAsync(after);
        await Law.RebuildIsLiveAsync(after);
        await Law.BatchesLeaveNoTraceAsync(after, 3);
        await after.RegisterAsync("goes-on");
        (await after.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Entry.ShouldBe(events.Count + 1), status => status.Ready.ShouldBeTrue(), status => status.Log.ShouldBe("archive.test/log"));

        static (long, DateTimeOffset, Guid, string, string, long, string, string, string) Proven(LedgerEntry entry) =>
            (entry.Id, entry.RecordedAt, entry.EventId, entry.Type, entry.Stream, entry.Revision, entry.PayloadDigest, entry.MetadataDigest, entry.LeafHash);
    }

    private static async Task<List<LedgerEntry>> EntriesAsync(TestArchive archive, int count) =>
        [.. (await archive.ReadAsync(count, snapshot => snapshot.EntriesAsync(Enumerable.Range(1, count).Select(n => (long)n)))).OrderBy(entry => entry.Id)];

    /// <summary>The snapshot digests of every record as of every entry.</summary>
    private static async Task<List<string>> DigestsAsync(TestArchive archive, int count)
    {
        var digests = new List<string>();
        for (var n = 1; n <= count; n++)
        {
            digests.AddRange(await archive.ReadAsync(n, async snapshot =>
            {
                var records = (await snapshot.RecordsAsync()).Select(version => version.State.Id).Order(StringComparer.Ordinal).ToArray();
                var found = new List<string>();
                foreach (var record in records)
                    found.Add($"{record}@{n} {await snapshot.DigestAsync(record)}");
                return found;
            }));
        }

        return digests;
    }

    private static async Task<HashSet<string>> HeldAsync(TestArchive archive, IEnumerable<LedgerEntry> entries)
    {
        var services = archive.Host.Services;
        var erasable = new ErasableEntries(archive.Database, services.GetRequiredService<Generations>(), services.GetRequiredService<ReadModels>());
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.DistinctBy(entry => entry.Stream))
        {
            try
            {
                await erasable.RequireNotHeldAsync([entry], TestContext.Current.CancellationToken);
            }
            catch (LogRefusedException)
            {
                held.Add(entry.Stream);
            }
        }

        return held;
    }

    /// <summary>Which words stand in any table of the archive's database.</summary>
    private static async Task<List<string>> WordsAsync(MovingArchive moving, IReadOnlyDictionary<long, string> canaries)
    {
        var tables = await moving.ValuesAsync("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname like 'archive_g%'");
        var found = new List<string>();
        foreach (var word in canaries.Values)
        {
            var sql = string.Join(" union all ", tables.Select(table => $"select '{table}' from {table} as row where row::text like '%{word}%'"));
            if ((await moving.ValuesAsync(sql)).Count > 0)
                found.Add(word);
        }

        return found;
    }
}
