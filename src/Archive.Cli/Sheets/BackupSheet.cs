using Archive.Backups;
using Archive.Cli.Display;

namespace Archive.Cli.Sheets;

/// <summary>A backup that was written, and an archive that was restored.</summary>
internal static class BackupSheet
{
    public static void Show(IDisplay display, WrittenBackup written) => display.Fields(
    [
        new("backup", Line.Of(written.Folder, Tone.Id)),
        new("log", written.Log),
        .. Ledger(written.Events, written.Last, written.RootHash),
        new("files", $"{written.Files}, {written.Bytes:N0} bytes"),
        new("contents", $"{written.Contents}, {written.ContentBytes:N0} bytes"),
        new("digest", Line.Of($"sha256 {written.Digest}", Tone.Quiet)),
    ]);

    public static void Show(IDisplay display, RestoredArchive restored) => display.Fields(
    [
        new("log", restored.Log),
        new("log id", Line.Of($"{restored.LogId}", Tone.Quiet)),
        .. restored.Predecessors.Reverse().Select(former => new Field("goes on from", $"{former.Name}, up to entry {former.LastEntry}")),
        .. Ledger(restored.Events, restored.Last, restored.RootHash),
        new("contents", $"{restored.Contents}"),
        new("lost", restored.Lost == 0 ? null : Line.Of($"{restored.Lost} entries that somebody has seen; new ones are recorded under the new log name", Tone.Caution)),
    ]);

    private static IEnumerable<Field> Ledger(long events, BackedUpEntry? last, string rootHash) =>
    [
        new("events", $"{events}"),
        new("last entry", last is null ? null : $"{last.Number}, recorded {MomentText.Recorded(last.RecordedAt)}"),
        new("leaf hash", last is null ? null : Line.Of(last.LeafHash, Tone.Quiet)),
        new("root hash", Line.Of(rootHash, Tone.Quiet)),
    ];
}
