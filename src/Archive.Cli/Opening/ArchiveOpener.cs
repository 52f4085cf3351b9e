using Archive.Postgres;

namespace Archive.Cli.Opening;

/// <summary>Opens the archive in the database that the environment names, or in the private cluster, which it starts where that is not running.</summary>
/// <param name="variable">Environment variables.</param>
/// <param name="say">Told what takes long.</param>
internal sealed class ArchiveOpener(Func<string, string?> variable, Action<string> say) : IArchiveOpener
{
    public async Task<IOpenedArchive> OpenAsync(Freshness freshness, CancellationToken cancellationToken)
    {
        var database = await ArchiveDatabaseLocation.ResolveAsync(Settings(), say, TimeProvider.System, cancellationToken);
        var host = await ArchiveHost.OpenAsync(database, cancellationToken);
        try
        {
            if (freshness == Freshness.CaughtUp)
                await host.CatchUpAsync(cancellationToken);
            return new HostedArchive(host);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task<bool> StopAsync(CancellationToken cancellationToken) =>
        new PrivateCluster(Settings().Home, say, TimeProvider.System).StopAsync(cancellationToken);

    private ArchiveSettings Settings() => ArchiveSettings.FromEnvironment(variable, Environment.IsPrivilegedProcess);
}
