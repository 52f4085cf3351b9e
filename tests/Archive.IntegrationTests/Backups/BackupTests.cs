using Archive.Backups;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using Archive.Projection;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Backups;

public sealed class BackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restored_archive_has_the_same_entries_leaves_and_documents_and_goes_on_with_the_next_entry()
    {
        await using var archive = await RandomArchive.CreateAsync(21, 120);
        await AppendFormerVersionAsync(archive);
        using var place = new BackupPlace();
        var written = await place.WriteAsync(archive);
        written.Files.ShouldBeGreaterThan(3);

        await using var database = await TestDatabase.CreateAsync();
        var restored = await place.RestoredAsync(database);
        var again = await TestArchive.OpenAsync(database);

        var (before, after) = (await archive.AskAsync(new GetStatus()), await again.AskAsync(new GetStatus()));
        (restored.Events, restored.Last, restored.RootHash, restored.Lost).ShouldBe((before.Entry, written.Last, written.RootHash, 0));
        (after.Entry, after.RecordedAt, after.Lag, after.Log, after.Predecessors).ShouldBe((before.Entry, before.RecordedAt, 0, before.Log, null));
        after.LogId.ShouldNotBe(before.LogId);
        (await BackupPlace.LeavesAsync(again, after.Entry)).ShouldBe(await BackupPlace.LeavesAsync(archive, before.Entry));
        (await BackupPlace.DigestsAsync(again)).ShouldBe(await BackupPlace.DigestsAsync(archive));
        (await RandomArchive.AnswersAsync(again, new AsOf.Entry(before.Entry))).ShouldBe(await RandomArchive.AnswersAsync(archive, new AsOf.Entry(before.Entry)));
        await again.RegisterAsync("next");
        (await again.AskAsync(new GetStatus())).Entry.ShouldBe(before.Entry + 1);
        await again.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_while_writers_and_the_projector_run_is_of_one_moment()
    {
        await using var archive = await RandomArchive.CreateAsync(22, 30);
        using var place = new BackupPlace();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
                (await archive.SendAsync(new RegisterSource(new(EventId.NameBased(Guid.Empty, [(byte)writer, .. BitConverter.GetBytes(i)]), "tester", null, Role: Domain.Access.Role.Editor), $"w{writer}-{i}", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
        })).ToArray();
        archive.Host.StartProjecting();
        while (await archive.Log.CountAfterAsync(LogPosition.Start, Cancellation) < 200)
            await Task.Delay(5, Cancellation);
        var written = await place.WriteAsync(archive);
        while (await archive.Log.CountAfterAsync(LogPosition.Start, Cancellation) < written.Events + 20)
            await Task.Delay(5, Cancellation);
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        await archive.Host.CatchUpAsync(Cancellation);

        await using var database = await TestDatabase.CreateAsync();
        await place.RestoredAsync(database);
        var again = await TestArchive.OpenAsync(database);

        (await again.AskAsync(new GetStatus())).Entry.ShouldBe(written.Events);
        (await BackupPlace.LeavesAsync(again, written.Events)).ShouldBe(await BackupPlace.LeavesAsync(archive, written.Events));
        (await RandomArchive.ReadAsync(again, written.Events)).ShouldBe(await RandomArchive.ReadAsync(archive, written.Events));
        await again.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_archive_is_backed_up_and_restored()
    {
        await using var archive = await TestArchive.CreateAsync();
        using var place = new BackupPlace();
        (await place.WriteAsync(archive)).ShouldSatisfyAllConditions(written => written.Events.ShouldBe(0), written => written.Last.ShouldBeNull(), written => written.Files.ShouldBe(0));
        await using var database = await TestDatabase.CreateAsync();
        (await place.RestoredAsync(database)).Log.ShouldBe("archive.test/log");
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_backup_and_none_is_written_over_anything()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("one");
        using var place = new BackupPlace();
        await place.WriteAsync(archive);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(place.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var file in Directory.EnumerateFiles(place.Folder))
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }

        Directory.EnumerateFiles(place.Folder).Select(Path.GetFileName).ShouldBe(["events-000001.ndjson.gz", "contents.ndjson.gz", "kept.ndjson.gz", "destructions.ndjson.gz", "checkpoints.ndjson.gz", "verifier-keys.ndjson.gz", "manifest.json"], ignoreOrder: true);

        (await RefusedAsync(archive, place.Folder)).ShouldContain("holds a backup already");
        File.Delete(place.ManifestPath);
        (await RefusedAsync(archive, place.Folder)).ShouldContain("interrupted");
        Directory.EnumerateFiles(place.Folder).Count().ShouldBe(6);
        (await place.RefusedAsync()).Code.ShouldBe("backup-missing");
    }

    [Fact]
    public async Task A_log_that_differs_from_the_ledger_is_not_backed_up_and_nothing_is_left_in_the_folder()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("one");
        await archive.Tampering.RetitleAsync("one");
        using var place = new BackupPlace();

        (await archive.Host.Sender.Send(new WriteBackup(place.Folder).AsTester())).ShouldBeOfType<Outcome<WrittenBackup>.Refused>().Refusal.Code.ShouldBe("log-diverged");
        Directory.EnumerateFileSystemEntries(place.Folder).ShouldBeEmpty();
    }

    /// <summary>An event of a version that nothing writes any more: a restore must not make the present one of it.</summary>
    private static async Task AppendFormerVersionAsync(TestArchive archive)
    {
        await archive.RegisterAsync("voice");
        await archive.RegisterAsync("copy");
        var first = (await archive.Log.ReadStreamAsync("source/copy", Cancellation)).ShouldHaveSingleItem();
        var added = new NewEvent(
            EventId.Of(first.Id, first.Stream, 0),
            "source-origin-established.v1",
            new StoredEvent("source/copy", ["source/voice"], """{"source": "copy", "origin": "voice"}"""u8.ToArray()),
            first.Metadata with { Refs = ["source/voice"] });
        var appended = (await archive.Log.AppendAsync("source/copy", 0, [added], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        await archive.Host.WaitForAsync(appended.Position, Cancellation);
    }

    private static async Task<string> RefusedAsync(TestArchive archive, string folder)
    {
        var refusal = (await archive.Host.Sender.Send(new WriteBackup(folder).AsTester())).ShouldBeOfType<Outcome<WrittenBackup>.Refused>().Refusal;
        refusal.Code.ShouldBe("folder-not-empty");
        return refusal.Message;
    }
}
