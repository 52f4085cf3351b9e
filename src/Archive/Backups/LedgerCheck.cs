using Archive.Domain.Ledger.Notes;

namespace Archive.Backups;

/// <summary>Checks what a backup has of the ledger's signatures: every key's form, and every checkpoint's signatures by these keys.</summary>
internal sealed class LedgerCheck(string folder)
{
    /// <exception cref="BackupRefusedException"><c>backup-damaged</c>, with the file and the line.</exception>
    public async Task RunAsync(BackedUpLedger ledger, long events, CancellationToken cancellationToken)
    {
        var known = new List<VerifierKey>();
        await foreach (var (line, place) in KeysAsync(ledger, cancellationToken))
        {
            if (!VerifierKey.TryParse(line.Key, out var key) || key.Type != NoteKeyType.Ed25519 || key.Name != line.Log || line.Number < 1)
                throw place.Damaged($"'{line.Key}' is no verifier key of the log {line.Log}");
            known.Add(key);
        }

        await foreach (var (line, place) in CheckpointsAsync(ledger, cancellationToken))
        {
            var (checkpoint, note) = Read(line, place);
            if (checkpoint.Size < 1 || checkpoint.Size > events)
                throw place.Damaged($"its checkpoint is of entry {checkpoint.Size}, and the backup ends at entry {events}");
            if (!note.TryVerify([.. known.Where(key => key.Name == checkpoint.Origin)], out _, out var problem))
                throw place.Damaged($"the checkpoint of entry {checkpoint.Size} does not verify: {problem.TrimEnd('.')}");
        }
    }

    public IAsyncEnumerable<(BackedUpKey Line, LinePlace Place)> KeysAsync(BackedUpLedger ledger, CancellationToken cancellationToken) =>
        BackupLines.ReadPartAsync<BackedUpKey>(folder, ledger.Keys, cancellationToken);

    public IAsyncEnumerable<(BackedUpCheckpoint Line, LinePlace Place)> CheckpointsAsync(BackedUpLedger ledger, CancellationToken cancellationToken) =>
        BackupLines.ReadPartAsync<BackedUpCheckpoint>(folder, ledger.Checkpoints, cancellationToken);

    public static (Checkpoint Checkpoint, SignedNote Note) Read(BackedUpCheckpoint line, LinePlace place)
    {
        if (!SignedNote.TryParse(line.Note, out var note, out var problem))
            throw place.Damaged($"it has no signed note: {problem.TrimEnd('.')}");
        return Checkpoint.TryParse(note.Text, out var checkpoint) ? (checkpoint, note) : throw place.Damaged("its note is no checkpoint");
    }
}
