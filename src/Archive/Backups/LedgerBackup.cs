using System.Runtime.CompilerServices;
using Archive.Domain.Ledger.Notes;

namespace Archive.Backups;

/// <summary>Writes the ledger's public keys and checkpoints into a backup, and puts those of a checked one back.</summary>
internal sealed class LedgerBackup(LedgerRows rows)
{
    public async Task<BackedUpLedger> WriteAsync(BackupFolder folder, long lastEntry, CancellationToken cancellationToken)
    {
        await rows.PrepareAsync(cancellationToken);
        // Checkpoints first: the key of each is named before it.
        var checkpoints = await folder.WritePartAsync(BackupLayout.Checkpoints, VerifiedAsync(lastEntry, cancellationToken), cancellationToken);
        return new BackedUpLedger(await folder.WritePartAsync(BackupLayout.VerifierKeys, rows.KeysAsync(cancellationToken), cancellationToken), checkpoints);
    }

    /// <summary>A restore takes none that does not verify: that is told while there is something to mend it from.</summary>
    /// <exception cref="BackupRefusedException"><c>checkpoint-altered</c>.</exception>
    private async IAsyncEnumerable<BackedUpCheckpoint> VerifiedAsync(long lastEntry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        await foreach (var line in rows.CheckpointsUpToAsync(lastEntry, cancellationToken))
        {
            if (!Verifies(line, known) && !Verifies(line, known = await KnownAsync(cancellationToken)))
            {
                throw new BackupRefusedException(
                    "checkpoint-altered",
                    "A kept checkpoint is not what was signed: it was changed behind the archive's back. No backup was written. Run 'archive audit ledger', which names it, and take the row of archive.ledger_checkpoint from an older backup.");
            }

            yield return line;
        }
    }

    private async Task<IReadOnlyList<VerifierKey>> KnownAsync(CancellationToken cancellationToken)
    {
        var known = new List<VerifierKey>();
        await foreach (var key in rows.KeysAsync(cancellationToken))
            known.Add(VerifierKey.Parse(key.Key));
        return known;
    }

    private static bool Verifies(BackedUpCheckpoint line, IReadOnlyList<VerifierKey> known) =>
        CheckpointNote.TryParse(line.Note, out var read, out _)
        && read.Note.TryVerify([.. known.Where(key => key.Name == read.Checkpoint.Origin)], out _, out _);

    /// <summary>Under the log names that they were signed under: after a loss, these are no checkpoints of the log that goes on.</summary>
    public async Task RestoreAsync(LedgerCheck backup, BackedUpLedger ledger, CancellationToken cancellationToken)
    {
        await rows.PrepareAsync(cancellationToken);
        await foreach (var (key, _) in backup.KeysAsync(ledger, cancellationToken))
            await rows.AddAsync(key, cancellationToken);
        await foreach (var (line, place) in backup.CheckpointsAsync(ledger, cancellationToken))
        {
            var (checkpoint, note) = LedgerCheck.Read(line, place);
            await rows.AddAsync(checkpoint, note, line.SignedAt, cancellationToken);
        }
    }
}
