using Archive.Access;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using MediatR;

namespace Archive.Backups;

/// <summary>
/// Writes every event of the log, and the content store, into a new or empty folder, while everything runs. The log is append-only and what is read of it complete,
/// so the events up to the end seen at the beginning are one moment of the archive.
/// </summary>
/// <param name="Folder">The folder.</param>
/// <param name="Progress">Is told now and then.</param>
public sealed record WriteBackup(string Folder, IProgress<BackupProgress>? Progress = null) : Query<WrittenBackup>;

/// <summary>How far a backup or a restore is.</summary>
/// <param name="Done">Steps that are done.</param>
/// <param name="Total">Steps that there are, as far as is known.</param>
public sealed record BackupProgress(long Done, long Total);

/// <summary>A backup that was written.</summary>
/// <param name="Folder">The folder, by its full path.</param>
/// <param name="Log">The log name.</param>
/// <param name="LogId">Id of the log.</param>
/// <param name="Events">How many events it holds: all from entry 1.</param>
/// <param name="Last">The last of them; absent where there are none.</param>
/// <param name="RootHash">Root of the Merkle tree over all leaf hashes.</param>
/// <param name="Digest">Of the manifest, which holds those of all files.</param>
/// <param name="Files">How many files of events there are.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="Contents">How many contents it holds: captures and their texts.</param>
/// <param name="ContentBytes">How many bytes these have.</param>
public sealed record WrittenBackup(
    string Folder, string Log, Guid LogId, long Events, BackedUpEntry? Last, string RootHash, string Digest, int Files, long Bytes, long Contents, long ContentBytes);

internal sealed class WriteBackupHandler(IEventLog log, ProjectionProgress progress, EvidenceBackup evidence, LedgerBackup ledger, TimeProvider clock) : IRequestHandler<WriteBackup, Outcome<WrittenBackup>>
{
    /// <summary>Tests write small files.</summary>
    internal long FullFile { get; init; } = BackupLayout.FullFile;

    public async Task<Outcome<WrittenBackup>> Handle(WriteBackup request, CancellationToken cancellationToken)
    {
        try
        {
            await using var folder = new BackupFolder(request.Folder, FullFile);
            folder.Create();
            var manifest = await WriteAsync(folder, request.Progress, cancellationToken);
            return new Outcome<WrittenBackup>.Ok(new WrittenBackup(
                Path.GetFullPath(request.Folder),
                manifest.Log.Name,
                manifest.Log.Id,
                manifest.Events,
                manifest.Last,
                manifest.RootHash,
                manifest.Digest,
                manifest.Files.Count,
                manifest.Files.Sum(file => file.Bytes),
                manifest.Evidence!.Contents.Lines,
                manifest.Evidence.Bytes));
        }
        catch (BackupRefusedException refused)
        {
            return new Outcome<WrittenBackup>.Refused(refused.Refusal);
        }
    }

    private async Task<BackupManifest> WriteAsync(BackupFolder folder, IProgress<BackupProgress>? told, CancellationToken cancellationToken)
    {
        var (began, identity) = (RecordedTime.TruncateToMicroseconds(clock.GetUtcNow()), await log.IdentifyAsync(cancellationToken));
        // Before the end: what the ledger has the log had.
        var head = await progress.ReadHeadAsync(cancellationToken);
        if (head.LogId != identity.Id)
            throw Diverged(head.Entry);
        var end = await log.FindEndAsync(cancellationToken);
        var root = new MerkleRoot();
        LedgerEntry? last = null;
        await foreach (var logged in LogReading.UpToAsync(log, end, cancellationToken))
        {
            last = LedgerNumbering.Number(last?.Id ?? 0, last?.RecordedAt, logged);
            root.Append(Sha256Digest.Parse(last.LeafHash));
            if (last.Id == head.Entry && last.LeafHash != head.LeafHash)
                throw Diverged(last.Id);
            await folder.WriteAsync(
                new BackupEvent(last.Id, logged.Position, logged.Id, logged.Stream, logged.Revision, logged.Type, logged.Data, logged.Metadata, last.LeafHash), cancellationToken);
            if (last.Id % 1000 == 0)
                told?.Report(new BackupProgress(last.Id, Math.Max(head.Entry, last.Id)));
        }

        if ((last?.Id ?? 0) < head.Entry || (await log.IdentifyAsync(cancellationToken)).Id != identity.Id)
            throw Diverged(head.Entry);
        // Behind the events: what they name was stored before them.
        var stored = await evidence.WriteAsync(folder, root.Size, cancellationToken);
        var signed = await ledger.WriteAsync(folder, root.Size, cancellationToken);
        told?.Report(new BackupProgress(root.Size, root.Size));
        return await folder.FinishAsync(
            files => new BackupManifest(
                BackupManifest.TheFormat,
                BackupManifest.TheVersion,
                new BackedUpLog(identity.Id, identity.Name, identity.Predecessors),
                began,
                root.Size,
                last is null ? null : new BackedUpEntry(last.Id, last.RecordedAt, last.EventId, last.LeafHash),
                root.ToRoot().ToString(),
                files.ToValueList(),
                Digest: "",
                stored,
                signed),
            cancellationToken);
    }

    private static BackupRefusedException Diverged(long entry) => new(
        "log-diverged",
        $"The log is not the one that the ledger was made from: entry {entry} is not as the ledger has it. No backup was written, since it would not be one of what this archive answers. 'archive status' says more; a copy of the database as it is can be made with pg_dump.");
}
