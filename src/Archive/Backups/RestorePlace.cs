using Archive.EventLog;
using Archive.Evidence;
using Archive.Projection;

namespace Archive.Backups;

/// <summary>The archive that is restored into: empty at first, then marked until it is whole.</summary>
internal sealed class RestorePlace(IEventLog log, Generations generations, ReadModelSchema schema, IContentStore contents, KeptStore kept, ErasureRecords erasures, string connectionString)
{
    /// <summary>"ARCHRST1".</summary>
    private const long Lock = 0x4152434852535431;

    /// <summary>Keeps every other restore out.</summary>
    /// <exception cref="BackupRefusedException"><c>restore-running</c>.</exception>
    public async Task<SessionLock> LockAsync(CancellationToken cancellationToken) => await SessionLock.TryTakeAsync(connectionString, Lock, cancellationToken)
        ?? throw new BackupRefusedException("restore-running", "Another process is restoring into this archive. Wait for its end.");

    /// <summary>Makes the tables where they are missing and marks the archive, which is empty or was marked by the same restore before.</summary>
    /// <param name="manifest">Of the backup.</param>
    /// <param name="identify">The restored log's identity, by the id that it is given.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    /// <exception cref="BackupRefusedException"><c>archive-not-empty</c> or <c>restore-unfinished</c>.</exception>
    public async Task<LogIdentity> PrepareAsync(BackupManifest manifest, Func<Guid, LogIdentity> identify, CancellationToken cancellationToken)
    {
        var state = await log.Control.OpenAsync(manifest.Log.Name, cancellationToken);
        var begun = state.FilledFrom;
        await schema.EnsureAsync(cancellationToken);
        await contents.PrepareAsync(cancellationToken);
        await kept.PrepareAsync(cancellationToken);
        await erasures.PrepareAsync(cancellationToken);
        if (begun is null && await log.FindEndAsync(cancellationToken) > LogPosition.Start)
            throw new BackupRefusedException("archive-not-empty", "This archive has entries. A backup is restored into an empty one: name another ARCHIVE_HOME or an empty database by ARCHIVE_POSTGRES (and, where the log is on EventStoreDB, another ARCHIVE_EVENTSTORE_PREFIX). Nothing was changed.");
        if (state.Closed?.ToRefusal() is { } closed)
            throw new BackupRefusedException(closed.Code, closed.Message);
        if (begun is not null && begun != manifest.Digest)
            throw new BackupRefusedException(LogState.RestoreUnfinished, $"A restore of another backup (its manifest has the digest {begun}) into this archive was not finished. Restore that one again, or name an empty place.");
        // The id was given when the place was made, and no other log has it.
        var identity = identify(state.Identity.Id);
        await log.Control.BeginFillingAsync(identity, manifest.Digest, cancellationToken);
        // What answers in an archive that is not whole is nobody's measure; and its head has the log name that the place was made with.
        await schema.CreateGenerationAsync(await generations.FindCurrentAsync(cancellationToken), cancellationToken);
        return identity;
    }

    public Task FinishAsync(CancellationToken cancellationToken) => log.Control.EndFillingAsync(cancellationToken);
}
