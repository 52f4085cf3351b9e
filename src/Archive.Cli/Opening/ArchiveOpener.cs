namespace Archive.Cli.Opening;

/// <summary>Opens the archive in the database that the environment names.</summary>
internal sealed class ArchiveOpener(Func<string, string?> variable) : IArchiveOpener
{
    public async Task<IOpenedArchive> OpenAsync(Freshness freshness, CancellationToken cancellationToken)
    {
        var host = await ArchiveHost.OpenAsync(variable("ARCHIVE_POSTGRES") ?? "", cancellationToken);
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

    public Task<bool> StopAsync(CancellationToken cancellationToken) => Task.FromResult(false);
}
