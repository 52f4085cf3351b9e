using System.Runtime.CompilerServices;
using Archive.EventLog;
using Archive.LogCopies;

namespace Archive.Backups;

/// <summary>A backup that was checked in full, and what is known of the archive beyond it.</summary>
internal sealed class CheckedBackup
{
    private readonly BackupReader _reader;
    private readonly IProgress<BackupProgress>? _progress;

    private CheckedBackup(BackupReader reader, BackupManifest manifest, RestoreBackup restore)
    {
        _reader = reader;
        _progress = restore.Progress;
        Manifest = manifest;
        Lost = Math.Max(0, restore.Known.Number - manifest.Events);
    }

    public BackupManifest Manifest { get; }

    /// <summary>How many entries somebody has seen and the backup does not have.</summary>
    public long Lost { get; }

    /// <exception cref="BackupRefusedException">It is damaged, or of another log than the known entry.</exception>
    public static async Task<CheckedBackup> OpenAsync(RestoreBackup restore, CancellationToken cancellationToken)
    {
        var reader = new BackupReader(restore.Folder);
        var backup = new CheckedBackup(reader, await reader.ReadManifestAsync(cancellationToken), restore);
        var known = restore.Known;
        var leafHash = await reader.CheckAsync(backup.Manifest, known.Number, backup.TellChecked, cancellationToken);
        return leafHash is null || known.LeafHash is null || leafHash == known.LeafHash ? backup : throw new BackupRefusedException(
            "known-entry-differs",
            $"Entry {known.Number} has the leaf hash {leafHash} in this backup and {known.LeafHash} in what is known: it is of another log. Nothing was restored. Find the backup of the right one; two archives must not go under one name.");
    }

    /// <summary>What it has of the content store.</summary>
    public EvidenceCheck Evidence => _reader.Evidence;

    /// <summary>What it has of the ledger's signatures.</summary>
    public LedgerCheck Ledger => _reader.Ledger;

    public IAsyncEnumerable<(BackupEvent Line, LinePlace Place)> ReadAsync(CancellationToken cancellationToken) => _reader.ReadAsync(Manifest, cancellationToken);

    public async IAsyncEnumerable<NumberedEvent> ReadNumberedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (line, _) in ReadAsync(cancellationToken))
            yield return line.ToNumbered();
    }

    /// <summary>The restored log: the same one where no entry was lost, otherwise one that goes on from it under another name.</summary>
    public LogIdentity Identify(Guid id)
    {
        var same = Manifest.Log.ToIdentity(id);
        return Lost == 0 ? same : same.GoOnAfter(Manifest.Events, Manifest.Last?.LeafHash, id);
    }

    public void TellAppended(long events) => Tell(Manifest.Events + events);

    public void TellProjected(long events) => Tell((2 * Manifest.Events) + events);

    private void TellChecked(long events) => Tell(events);

    /// <summary>Every event is checked, appended and projected.</summary>
    private void Tell(long steps) => _progress?.Report(new BackupProgress(steps, 3 * Manifest.Events));
}
