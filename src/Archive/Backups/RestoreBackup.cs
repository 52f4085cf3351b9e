using Archive.Domain;
using Archive.EventLog;

namespace Archive.Backups;

/// <summary>
/// Fills an empty archive from a backup, which is checked in full before anything is written. An interrupted restore goes on when it is asked for
/// again; until it is complete the archive is opened for nothing else.
/// </summary>
/// <param name="Folder">The folder of the backup.</param>
/// <param name="Known">The latest entry that anybody has seen.</param>
/// <param name="Progress">Is told now and then.</param>
public sealed record RestoreBackup(string Folder, KnownEntry Known, IProgress<BackupProgress>? Progress = null);

/// <summary>An archive that was restored.</summary>
/// <param name="Log">The log name from now on.</param>
/// <param name="LogId">Id of its log, which is a copy and has another than the one that was backed up.</param>
/// <param name="Events">How many events were restored: all from entry 1.</param>
/// <param name="Last">The last of them; absent where there are none.</param>
/// <param name="RootHash">Root of the Merkle tree over all leaf hashes.</param>
/// <param name="Predecessors">The logs that it goes on from, the oldest first.</param>
/// <param name="Lost">How many entries somebody has seen and the backup does not have.</param>
/// <param name="Contents">How many contents were restored, captures and their texts; 0 where the backup has the log alone.</param>
public sealed record RestoredArchive(
    string Log, Guid LogId, long Events, BackedUpEntry? Last, string RootHash, ValueList<LogPredecessor> Predecessors, long Lost, long Contents);
