using Archive.Access;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.LogCopies;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.Backups;

/// <summary>Restores a checked backup: marks the place, appends, projects, compares, and takes the mark away.</summary>
internal sealed class Restoration(IEventLog log, RestorePlace place, EvidenceRestore evidence, LedgerBackup ledger, Rebuild rebuild, ReadModels readModels)
{
    private const int Piece = 1_000;

    /// <exception cref="BackupRefusedException">The place is not empty, or what came out differs from the backup.</exception>
    public async Task<RestoredArchive> RunAsync(CheckedBackup backup, CancellationToken cancellationToken)
    {
        var manifest = backup.Manifest;
        await using var held = await place.LockAsync(cancellationToken);
        var identity = await place.PrepareAsync(manifest, backup.Identify, cancellationToken);
        // Before what names it: what is read of a place that is not whole is nobody's measure, but nothing has to be looked for again.
        if (manifest.Evidence is { } stored)
            await evidence.RunAsync(backup.Evidence, stored, cancellationToken);
        if (manifest.Ledger is { } signed)
            await ledger.RestoreAsync(backup.Ledger, signed, cancellationToken);
        await new LogFilling(log, Differs).FillAsync(backup.ReadNumberedAsync(cancellationToken), backup.TellAppended, cancellationToken);
        await rebuild.RunAsync(new Steps(backup), cancellationToken);
        await CompareAsync(backup, cancellationToken);
        await place.FinishAsync(cancellationToken);
        return new RestoredArchive(identity.Name, identity.Id, manifest.Events, manifest.Last, manifest.RootHash, identity.Predecessors, backup.Lost, manifest.Evidence?.Contents.Lines ?? 0);
    }

    /// <summary>Compares every leaf hash of the read models with the backup's.</summary>
    private async Task CompareAsync(CheckedBackup backup, CancellationToken cancellationToken)
    {
        var outcome = await readModels.AskAsync(AsOf.Latest, Asker.Itself, snapshot => FindDifferenceAsync(snapshot, backup, cancellationToken), cancellationToken);
        if (((Outcome<long>.Ok)outcome).Value is var differing and not 0)
            throw new BackupRefusedException("restore-differs", $"Entry {differing} of the restored archive has another leaf hash than in the backup, or is missing or too many. It stays marked as not whole. Remove it, and restore into an empty place.");
    }

    /// <returns>The first entry that differs; 0 for none.</returns>
    private static async Task<Outcome<long>> FindDifferenceAsync(Snapshot snapshot, CheckedBackup backup, CancellationToken cancellationToken)
    {
        var (manifest, root) = (backup.Manifest, new MerkleRoot());
        for (var first = 1L; first <= snapshot.Moment.Entry; first += Piece)
        {
            var entries = await snapshot.EntriesAsync(Enumerable.Range(0, Piece).Select(i => first + i));
            foreach (var entry in entries.OrderBy(entry => entry.Id))
                root.Append(Sha256Digest.Parse(entry.LeafHash));
        }

        if (root.Size == manifest.Events && root.ToRoot().ToString() == manifest.RootHash)
            return new Outcome<long>.Ok(0);
        await foreach (var (line, _) in backup.ReadAsync(cancellationToken))
        {
            if ((await snapshot.EntriesAsync([line.Entry])).SingleOrDefault()?.LeafHash != line.LeafHash)
                return new Outcome<long>.Ok(line.Entry);
        }

        return new Outcome<long>.Ok(manifest.Events + 1);
    }

    private static BackupRefusedException Differs(long entry, Guid id) => new(
        "restore-differs",
        $"Entry {entry} in the log that is being restored is not the backup's (event {id}): something else wrote there. It stays marked as not whole. Remove it, and restore into an empty place.");

    private sealed class Steps(CheckedBackup backup) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => backup.TellProjected(value.Entries);
    }
}
