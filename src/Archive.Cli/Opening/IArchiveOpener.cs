namespace Archive.Cli.Opening;

/// <summary>The way to the archive.</summary>
internal interface IArchiveOpener
{
    Task<IOpenedArchive> OpenAsync(Freshness freshness, CancellationToken cancellationToken);

    /// <summary>Ends the private database server.</summary>
    /// <returns>Whether one was running.</returns>
    Task<bool> StopAsync(CancellationToken cancellationToken);
}
