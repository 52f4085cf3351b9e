using Archive.Backups;
using Archive.EventLog;
using Archive.Postgres;
using Archive.Projection;

namespace Archive.Cli.Opening;

/// <summary>Opens the archive in the database that the environment names, or in the private cluster, which it starts where that is not running.</summary>
/// <param name="variable">Environment variables.</param>
/// <param name="say">Told what takes long.</param>
internal sealed class ArchiveOpener(Func<string, string?> variable, Action<string> say) : IArchiveOpener
{
    public async Task<IOpenedArchive> OpenAsync(Freshness freshness, CancellationToken cancellationToken)
    {
        var host = await ArchiveHost.OpenAsync(await FindDatabaseAsync(cancellationToken), LogChoice.Of(Settings()), cancellationToken);
        try
        {
            if (freshness != Freshness.AsProjected)
                await CatchUpAsync(host, freshness, cancellationToken);
            return new HostedArchive(host);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads of what is projected go on whatever keeps the projector: they are told how far they reach.</summary>
    private async Task CatchUpAsync(ArchiveHost host, Freshness freshness, CancellationToken cancellationToken)
    {
        try
        {
            await host.CatchUpAsync(cancellationToken);
        }
        catch (Exception late) when (freshness == Freshness.AsFarAsPossible && late is (ProjectionStoppedException or TimeoutException or LogAwayException))
        {
            var status = (Outcome<ArchiveStatus>.Ok)await host.Sender.Send(new GetStatus(), cancellationToken);
            say($"Answers are as of entry {status.Value.Entry}: {late.Message}");
        }
    }

    public Task<Outcome<RestoredArchive>> RestoreAsync(RestoreBackup restore, CancellationToken cancellationToken) =>
        ArchiveHost.RestoreAsync(restore, FindDatabaseAsync, LogChoice.Of(Settings()), cancellationToken);

    public Task<bool> StopAsync(CancellationToken cancellationToken) =>
        new PrivateCluster(Settings().Home, say, TimeProvider.System).StopAsync(cancellationToken);

    private Task<string> FindDatabaseAsync(CancellationToken cancellationToken) =>
        ArchiveDatabaseLocation.ResolveAsync(Settings(), say, TimeProvider.System, cancellationToken);

    private ArchiveSettings Settings() => ArchiveSettings.FromEnvironment(variable, Environment.IsPrivilegedProcess);
}
