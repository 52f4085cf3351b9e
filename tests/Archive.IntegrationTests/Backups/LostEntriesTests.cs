using Archive.Backups;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using Archive.Projection;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Backups;

public sealed class LostEntriesTests
{
    [Fact]
    public async Task Where_entries_were_lost_the_archive_goes_on_under_a_new_log_name_and_old_answers_keep_the_old_one()
    {
        await using var archive = await RandomArchive.CreateAsync(41, 40);
        using var place = new BackupPlace();
        var written = await place.WriteAsync(archive);
        var shared = written.Events;
        var given = await AnswersAsync(archive, shared);
        await RandomArchive.GoOnAsync(archive, new Histories(42), 20);
        var known = (await archive.AskAsync(new GetStatus())).Entry;

        await using var database = await TestDatabase.CreateAsync();
        var restored = await place.RestoredAsync(database, new KnownEntry(known, null));
        var again = await TestArchive.OpenAsync(database);

        restored.Lost.ShouldBe(known - shared);
        restored.Log.ShouldBe($"archive.test/log@{shared}.{restored.LogId.ToString("N")[..8]}");
        restored.Predecessors.ShouldBe([new LogPredecessor("archive.test/log", shared, written.Last!.LeafHash)]);
        (await again.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Log.ShouldBe(restored.Log), status => status.Predecessors.ShouldBe(restored.Predecessors));
        (await AnswersAsync(again, shared)).ShouldBe(given);

        await RandomArchive.GoOnAsync(again, new Histories(43), 20);
        (await AnswersAsync(again, shared)).ShouldBe(given);
        var (mine, theirs) = (await SnapshotAsync(again, shared + 1), await SnapshotAsync(archive, shared + 1));
        mine.AsOf.ShouldSatisfyAllConditions(moment => moment.Entry.ShouldBe(shared + 1), moment => moment.Log.ShouldBe(restored.Log));
        mine.Digest.ShouldNotBe(theirs.Digest);

        var rebuilt = await again.Host.RebuildAsync(null, TestContext.Current.CancellationToken);
        rebuilt.Generation.ShouldBeGreaterThan(1);
        (await AnswersAsync(again, shared)).ShouldBe(given);
        (await SnapshotAsync(again, shared + 1)).ShouldSatisfyAllConditions(snapshot => snapshot.AsOf.ShouldBe(mine.AsOf), snapshot => snapshot.Digest.ShouldBe(mine.Digest));
        await again.DisposeAsync();
    }

    [Fact]
    public async Task A_second_loss_appends_to_the_name_and_every_answer_keeps_the_name_of_its_time()
    {
        await using var archive = await RandomArchive.CreateAsync(44, 10);
        using var first = new BackupPlace();
        var shared = (await first.WriteAsync(archive)).Events;
        await using var database = await TestDatabase.CreateAsync();
        var once = await first.RestoredAsync(database, new KnownEntry(shared + 5, null));
        var again = await TestArchive.OpenAsync(database);
        await again.RegisterAsync("after-the-first-loss");
        using var second = new BackupPlace();
        (await second.WriteAsync(again)).Log.ShouldBe(once.Log);

        await using var other = await TestDatabase.CreateAsync();
        var twice = await second.RestoredAsync(other, new KnownEntry(shared + 2, null));
        var last = await TestArchive.OpenAsync(other);
        await last.RegisterAsync("after-the-second-loss");

        twice.Log.ShouldBe($"{once.Log}@{shared + 1}.{twice.LogId.ToString("N")[..8]}");
        twice.Predecessors.Select(former => (former.Name, former.LastEntry)).ShouldBe([("archive.test/log", shared), (once.Log, shared + 1)]);
        foreach (var (entry, name) in new[] { (0L, "archive.test/log"), (shared, "archive.test/log"), (shared + 1, once.Log), (shared + 2, twice.Log) })
            (await last.AskAsync(new ListRecords(new AsOf.Entry(entry), null, PageRequest.First))).AsOf.Log.ShouldBe(name, $"as of entry {entry}");
        var (_, recordedAt) = await HeadAsync(again);
        (await last.AskAsync(new ListRecords(new AsOf.Time(recordedAt!.Value), null, PageRequest.First))).AsOf.Log.ShouldBe(once.Log);
        (await last.AskAsync(new ListRecords(AsOf.Latest, null, PageRequest.First))).AsOf.Log.ShouldBe(twice.Log);

        // One backup, restored twice after a loss, goes on in two ways: under two names.
        await using var third = await TestDatabase.CreateAsync();
        (await second.RestoredAsync(third, new KnownEntry(shared + 2, null))).Log.ShouldNotBe(twice.Log);
        await again.DisposeAsync();
        await last.DisposeAsync();
    }

    [Fact]
    public async Task A_known_entry_that_the_backup_has_keeps_the_name_and_one_with_another_leaf_hash_is_of_another_log()
    {
        await using var archive = await TestArchive.CreateAsync();
        foreach (var source in (string[])["one", "two", "three"])
            await archive.RegisterAsync(source);
        var leaves = await BackupPlace.LeavesAsync(archive, 3);
        using var place = new BackupPlace();
        await place.WriteAsync(archive);

        foreach (var known in (KnownEntry[])[KnownEntry.None, new(2, null), new(2, leaves[1]), new(3, leaves[2])])
        {
            await using var database = await TestDatabase.CreateAsync();
            (await place.RestoredAsync(database, known)).ShouldSatisfyAllConditions(
                restored => restored.Log.ShouldBe("archive.test/log"), restored => restored.Predecessors.ShouldBeEmpty(), restored => restored.Lost.ShouldBe(0));
        }

        var refusal = await place.RefusedAsync(new KnownEntry(2, leaves[2]));
        (refusal.Code, refusal.Message.Contains(leaves[1], StringComparison.Ordinal)).ShouldBe(("known-entry-differs", true));
    }

    private static async Task<string> AnswersAsync(TestArchive archive, long upTo)
    {
        var answers = new List<string>();
        foreach (var entry in (long[])[0, 1, upTo / 2, upTo])
            answers.Add(await RandomArchive.AnswersAsync(archive, new AsOf.Entry(entry)));
        return string.Join('\n', answers);
    }

    private static Task<RecordSnapshot> SnapshotAsync(TestArchive archive, long entry) =>
        archive.AskAsync(new GetRecord(Histories.Record(0), new AsOf.Entry(entry), ClaimFilter.None, PageRequest.First));

    private static async Task<(long Entry, DateTimeOffset? RecordedAt)> HeadAsync(TestArchive archive)
    {
        var status = await archive.AskAsync(new GetStatus());
        return (status.Entry, status.RecordedAt);
    }
}
