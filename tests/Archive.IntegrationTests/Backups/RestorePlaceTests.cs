using Archive.Backups;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using Archive.Projection;
using Npgsql;

namespace Archive.IntegrationTests.Backups;

public sealed class RestorePlaceTests
{
    [Fact]
    public async Task An_archive_with_entries_is_not_restored_into_and_an_empty_one_is()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("one");
        using var place = new BackupPlace();
        await place.WriteAsync(archive);
        await using var empty = await TestDatabase.CreateAsync();
        await (await TestArchive.OpenHostAsync(empty.ConnectionString)).DisposeAsync();

        await using var taken = await TestArchive.CreateAsync();
        await taken.RegisterAsync("another");
        (await ArchiveHost.RestoreAsync(
            new RestoreBackup(place.Folder, KnownEntry.None), _ => Task.FromResult(taken.ConnectionString), await TestLog.ChooseAsync(taken.ConnectionString), TestContext.Current.CancellationToken))
            .ShouldBeOfType<Outcome<RestoredArchive>.Refused>().Refusal.Code.ShouldBe("archive-not-empty");
        await taken.RegisterAsync("goes-on");

        (await place.RestoredAsync(empty)).Log.ShouldBe("archive.test/log");
        await using var again = await TestArchive.OpenAsync(empty);
        (await again.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(status => status.Log.ShouldBe("archive.test/log"), status => status.Entry.ShouldBe(1));
    }

    [Fact]
    public async Task An_unfinished_restore_is_opened_for_nothing_but_its_rest()
    {
        await using var archive = await RandomArchive.CreateAsync(51, 20);
        using var place = new BackupPlace();
        await place.WriteAsync(archive);
        await archive.RegisterAsync("later");
        using var other = new BackupPlace();
        await other.WriteAsync(archive);
        await using var database = await TestDatabase.CreateAsync();
        await place.RestoredAsync(database);
        await new Tampering(database.ConnectionString).UnfinishAsync((await ManifestAsync(place)).Digest);

        (await Should.ThrowAsync<LogRefusedException>(() => TestArchive.OpenHostAsync(database.ConnectionString))).Message.ShouldContain("archive restore DIR");
        (await other.RestoreAsync(database)).ShouldBeOfType<Outcome<RestoredArchive>.Refused>().Refusal.Code.ShouldBe("restore-unfinished");
        await place.RestoredAsync(database);
        await using var again = await TestArchive.OpenAsync(database);
        (await BackupPlace.DigestsAsync(again)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_restores_into_one_place_at_once_fill_it_once()
    {
        await using var archive = await RandomArchive.CreateAsync(52, 20);
        using var place = new BackupPlace();
        await place.WriteAsync(archive);
        await using var database = await TestDatabase.CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => place.RestoreAsync(database))));

        // The other one waits for a while, and then finds that the archive has entries.
        outcomes.OfType<Outcome<RestoredArchive>.Ok>().ShouldHaveSingleItem();
        outcomes.OfType<Outcome<RestoredArchive>.Refused>().ShouldHaveSingleItem().Refusal.Code.ShouldBeOneOf("archive-not-empty", "restore-running");
        await using var again = await TestArchive.OpenAsync(database);
        (await BackupPlace.DigestsAsync(again)).ShouldBe(await BackupPlace.DigestsAsync(archive));
    }

    [Fact]
    [Trait(TestLog.Trait, TestLog.Marten)]
    public async Task An_archive_of_a_build_that_knew_no_backups_is_opened_as_it_is()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("one");
        await using (var former = archive.Database.CreateCommand("alter table archive_log.identity drop column predecessors, drop column restoring"))
            await former.ExecuteNonQueryAsync();

        await archive.ReopenAsync();

        await archive.RegisterAsync("two");
        (await archive.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(status => status.Entry.ShouldBe(2), status => status.Generation.ShouldBe(1), status => status.Log.ShouldBe("archive.test/log"));
    }

    [Fact]
    public async Task A_place_in_which_something_else_wrote_stays_marked_and_the_entry_is_named()
    {
        await using var archive = await TestArchive.CreateAsync();
        foreach (var source in (string[])["one", "two"])
            await archive.RegisterAsync(source);
        using var place = new BackupPlace();
        await place.WriteAsync(archive);
        await using var database = await TestDatabase.CreateAsync();
        await place.RestoredAsync(database);
        await new Tampering(database.ConnectionString).UnfinishAsync((await ManifestAsync(place)).Digest);
        await new Tampering(database.ConnectionString).RetitleAsync("two");

        (await DiffersAsync(place, database)).ShouldContain("Entry 2 in the log that is being restored is not the backup's");
        await new Tampering(database.ConnectionString).ChangeAsync("source/two", there => there with { Id = Guid.NewGuid() });
        (await DiffersAsync(place, database)).ShouldContain("Entry 2 in the log that is being restored is not the backup's");
        await Should.ThrowAsync<LogRefusedException>(() => TestArchive.OpenHostAsync(database.ConnectionString));
    }

    private static async Task<string> DiffersAsync(BackupPlace place, TestDatabase database)
    {
        var refusal = (await place.RestoreAsync(database)).ShouldBeOfType<Outcome<RestoredArchive>.Refused>().Refusal;
        refusal.Code.ShouldBe("restore-differs");
        return refusal.Message;
    }

    private static async Task<BackupManifest> ManifestAsync(BackupPlace place) =>
        (await BackupManifest.ReadAsync(place.Folder, TestContext.Current.CancellationToken)).ShouldBeOfType<Outcome<BackupManifest>.Ok>().Value;
}
