using Archive.Backups;
using Archive.LogCopies;
using Archive.LogErasures;

namespace Archive.Cli.Opening;

/// <summary>The way to the archive.</summary>
internal interface IArchiveOpener
{
    Task<IOpenedArchive> OpenAsync(Freshness freshness, CancellationToken cancellationToken);

    /// <summary>Fills an empty archive from a backup, in the place that the environment names.</summary>
    Task<Outcome<RestoredArchive>> RestoreAsync(RestoreBackup restore, CancellationToken cancellationToken);

    /// <summary>Moves the archive that the environment names to another event log.</summary>
    Task<Outcome<CopiedLog>> CopyLogAsync(LogEnds ends, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken);

    /// <summary>Erases the words of entries from the event log of the archive that the environment names.</summary>
    Task<Outcome<ErasedFromLog>> EraseFromLogAsync(LogErasure erasure, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken);

    /// <summary>Compares two event logs.</summary>
    Task<Outcome<ComparedLogs>> CompareLogsAsync(LogEnds ends, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken);

    /// <summary>Ends the private database server.</summary>
    /// <returns>Whether one was running.</returns>
    Task<bool> StopAsync(CancellationToken cancellationToken);
}
