using System.Diagnostics;
using System.Text.Json.Nodes;
using Archive.Dossiers;
using Archive.EventLog;
using Archive.IntegrationTests.Cli;
using Archive.IntegrationTests.Crashes;
using Archive.Projection;
using Npgsql;

namespace Archive.IntegrationTests.Backups;

/// <summary>Backups and restores by the real command.</summary>
public sealed class RestoreProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_of_a_server_is_restored_into_a_private_cluster_that_was_not_there()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("flood");
        await archive.RegisterAsync("gazette");
        await archive.RecordAsync("flood/c1", "gazette");
        using var place = new BackupPlace();
        var backup = await ArchiveProcess.RunAsync(archive.ConnectionString, "backup", place.Folder, "--json");
        backup.Code.ShouldBe(0, backup.Error);
        JsonNode.Parse(backup.Output)!["events"]!.GetValue<long>().ShouldBe(3);
        await using var home = new TestHome();

        var unasked = await ArchiveProcess.RunInAsync("ARCHIVE_HOME", home.Home, "restore", place.Folder);
        (unasked.Code, unasked.Error).ShouldSatisfyAllConditions(said => said.Code.ShouldBe(2), said => said.Error.ShouldContain("--known"), said => said.Error.ShouldContain("entry 3"));
        Directory.Exists(home.Home).ShouldBeFalse();
        var restore = await ArchiveProcess.RunInAsync("ARCHIVE_HOME", home.Home, "restore", place.Folder, "--known", "3", "--json");

        restore.Code.ShouldBe(0, restore.Error);
        (await ArchiveProcess.RunInAsync("ARCHIVE_HOME", home.Home, "show", "flood@3")).Output.ShouldBe((await ArchiveProcess.RunAsync(archive.ConnectionString, "show", "flood@3")).Output);
        (await ArchiveProcess.RunInAsync("ARCHIVE_HOME", home.Home, "claim", "rate", "flood/c1", "2")).Code.ShouldBe(0);
        JsonNode.Parse((await ArchiveProcess.RunInAsync("ARCHIVE_HOME", home.Home, "status", "--json")).Output)!["entry"]!.GetValue<long>().ShouldBe(5, "who runs it was registered, and the claim rated");
        var refused = await ArchiveProcess.RunInAsync("ARCHIVE_HOME", home.Home, "restore", place.Folder, "--known", "none");
        (refused.Code, refused.Error).ShouldSatisfyAllConditions(said => said.Code.ShouldBe(1), said => said.Error.ShouldContain("archive-not-empty"));
    }

    /// <summary>Killed while it appends, and when all is appended and the read models are not.</summary>
    [Fact]
    public async Task A_killed_restore_goes_on()
    {
        using var dossier = new GeneratedDossier(claims: 700, corrections: 1_300);
        await using var archive = await TestArchive.CreateAsync();
        (await archive.Host.Sender.Send(new ImportDossier(dossier.Path, TestArchive.Tester))).ShouldBeOfType<Outcome<ImportResult>.Ok>();
        await archive.Host.CatchUpAsync(Cancellation);
        using var place = new BackupPlace();
        await place.WriteAsync(archive, fullFile: 200 * 1024);
        await using var database = await TestDatabase.CreateAsync();

        var left = await KillAsync(place, database, killedAfter: 300);
        left.ShouldBeInRange(300, dossier.Events - 1);
        await RefusesAsync(database);
        (await KillAsync(place, database, killedAfter: dossier.Events)).ShouldBe(dossier.Events);
        await RefusesAsync(database);
        var restore = await ArchiveProcess.RunAsync(database.ConnectionString, "restore", place.Folder, "--known", "none");

        restore.Code.ShouldBe(0, restore.Error);
        await using var again = await TestArchive.OpenAsync(database);
        (await BackupPlace.DigestsAsync(again)).ShouldBe(await BackupPlace.DigestsAsync(archive));
        await again.RegisterAsync("next");
        (await again.AskAsync(new GetStatus())).Entry.ShouldBe(dossier.Events + 1);
    }

    private static async Task RefusesAsync(TestDatabase database)
    {
        var status = await ArchiveProcess.RunAsync(database.ConnectionString, "status");
        (status.Code, status.Output).ShouldBe((1, ""));
        status.Error.ShouldContain("A restore into this archive was not finished");
    }

    /// <returns>How many events the log had when the process was dead.</returns>
    private static async Task<long> KillAsync(BackupPlace place, TestDatabase database, long killedAfter)
    {
        using var process = ArchiveProcess.Start(database.ConnectionString, "restore", place.Folder, "--known", "none");
        while (await TestLog.CountAsync(database.ConnectionString) < killedAfter)
        {
            process.HasExited.ShouldBeFalse(await (process.HasExited ? process.StandardError.ReadToEndAsync() : Task.FromResult("")));
            await Task.Delay(1, Cancellation);
        }

        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        return await TestLog.CountAsync(database.ConnectionString);
    }
}
