using Archive.EventLog;
using Archive.IntegrationTests.Cli;
using Archive.IntegrationTests.Laws;
using Archive.Projection;

namespace Archive.IntegrationTests.Crashes;

public sealed class ImportCrashTests
{
    /// <summary>The process that imports is the projector too: both are killed at once, the import then goes on.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(250)]
    public async Task An_import_whose_projector_is_killed_loses_nothing_and_doubles_nothing(int killedAfter)
    {
        using var dossier = new GeneratedDossier(claims: 200, corrections: 600);
        await using var archive = await TestArchive.CreateAsync();
        await KillWhileImportingAsync(archive, dossier, killedAfter);
        var left = (await RandomArchive.EventsAsync(archive)).Count;
        left.ShouldBeInRange(killedAfter, dossier.Events - 1);

        (await ArchiveProcess.RunAsync(archive.ConnectionString, "import", dossier.Path)).Code.ShouldBe(0);
        (await ArchiveProcess.RunAsync(archive.ConnectionString, "import", dossier.Path)).Output.ShouldContain("nothing was repeated");

        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        var events = await RandomArchive.EventsAsync(archive);
        events.Count.ShouldBe(dossier.EventsOfProcess);
        events.Select(logged => (logged.Stream, logged.Revision)).ShouldBeUnique();
        await Law.AsOfIsTheFoldAsync(archive, events, [left, events.Count, .. Enumerable.Range(0, events.Count / 100).Select(i => i * 100L)], $"killed after {killedAfter}");

        var rebuilt = await archive.Host.RebuildAsync(null, TestContext.Current.CancellationToken);
        rebuilt.Entries.ShouldBe(dossier.EventsOfProcess);
        (await archive.AskAsync(new GetStatus())).Lag.ShouldBe(0);
    }

    private static async Task KillWhileImportingAsync(TestArchive archive, GeneratedDossier dossier, int after)
    {
        using var process = ArchiveProcess.Start(archive.ConnectionString, "import", dossier.Path);
        while (await archive.Log.CountAfterAsync(LogPosition.Start, TestContext.Current.CancellationToken) < after)
        {
            process.HasExited.ShouldBeFalse(await (process.HasExited ? process.StandardError.ReadToEndAsync() : Task.FromResult("")));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
