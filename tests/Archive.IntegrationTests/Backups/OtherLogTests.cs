using Archive.Backups;
using Archive.IntegrationTests.Laws;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Backups;

/// <summary>A backup is of no log in particular: either is restored from what the other held.</summary>
[Trait(TestLog.Trait, TestLog.None)]
public sealed class OtherLogTests
{
    [Theory]
    [InlineData(false, "from Marten's log to EventStoreDB")]
    [InlineData(true, "from EventStoreDB to Marten's log")]
    public async Task A_backup_of_one_log_restores_into_the_other_with_the_same_entries_leaves_and_documents(bool fromEventStoreDb, string about)
    {
        await using var archive = await TestArchive.CreateOnAsync(fromEventStoreDb);
        await RandomArchive.BeginAsync(archive, new Histories(61));
        await RandomArchive.GoOnAsync(archive, new Histories(61), 80);
        using var place = new BackupPlace();
        var written = await place.WriteAsync(archive);

        await using var database = await TestDatabase.CreateAsync();
        var restored = (await place.RestoreAsync(database, onEventStoreDb: !fromEventStoreDb)).ShouldBeOfType<Outcome<RestoredArchive>.Ok>(about).Value;
        await using var again = await TestArchive.OpenAsync(database, onEventStoreDb: !fromEventStoreDb);

        (restored.Events, restored.RootHash).ShouldBe((written.Events, written.RootHash));
        (await BackupPlace.DigestsAsync(again)).ShouldBe(await BackupPlace.DigestsAsync(archive));
        (await BackupPlace.LeavesAsync(again, written.Events)).ShouldBe(await BackupPlace.LeavesAsync(archive, written.Events));
        (await RandomArchive.AnswersAsync(again, new AsOf.Entry(written.Events))).ShouldBe(await RandomArchive.AnswersAsync(archive, new AsOf.Entry(written.Events)));
        (await again.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(status => status.Lag.ShouldBe(0), status => status.Ready.ShouldBeTrue());
    }
}
