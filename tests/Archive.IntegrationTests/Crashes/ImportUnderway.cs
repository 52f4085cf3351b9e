using Archive.Cli.Complaints;
using Archive.EventLog;
using Archive.IntegrationTests.Cli;

namespace Archive.IntegrationTests.Crashes;

/// <summary>An import in a process of its own, run again when an outage ended it, as a person would.</summary>
internal sealed class ImportUnderway(TestArchive archive, GeneratedDossier dossier)
{
    private Task<ArchiveProcess> _run = ArchiveProcess.RunAsync(archive.ConnectionString, "import", dossier.Path);

    public Task<long> CountAsync() => archive.Log.CountAfterAsync(LogPosition.Start, TestContext.Current.CancellationToken);

    /// <summary>Waits until it runs and the log has so many events.</summary>
    public async Task ReachAsync(long events)
    {
        while (_run.IsCompleted || await CountAsync() < events)
        {
            if (_run.IsCompleted)
                await AgainAsync();
            await Task.Delay(3, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets it append the next of its transactions, and waits until that is in the log.</summary>
    public async Task PassAsync(AppendGate gate)
    {
        for (var before = await CountAsync(); await CountAsync() == before;)
        {
            if (_run.IsCompleted)
                await AgainAsync();
            await gate.PassAsync();
        }
    }

    public async Task FinishAsync()
    {
        while ((await _run).Code != ExitCode.Ok)
            await AgainAsync();
    }

    private async Task AgainAsync()
    {
        var ended = await _run;
        ended.Code.ShouldBe(ExitCode.Outage, ended.Error);
        _run = ArchiveProcess.RunAsync(archive.ConnectionString, "import", dossier.Path);
    }
}
