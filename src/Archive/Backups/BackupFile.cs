namespace Archive.Backups;

/// <summary>A file of events in a backup.</summary>
/// <param name="Name">Such as <c>events-000001.ndjson.gz</c>; never a path.</param>
/// <param name="Sha256">SHA-256 of its bytes, as they lie there, lower-case hex.</param>
/// <param name="Bytes">How many bytes it has.</param>
/// <param name="Events">How many events.</param>
public sealed record BackupFile(string Name, string Sha256, long Bytes, long Events);
