namespace Archive.Backups;

/// <summary>A file of a backup that has other lines than events.</summary>
/// <param name="Name">Such as <c>kept.ndjson.gz</c>; never a path.</param>
/// <param name="Sha256">SHA-256 of its bytes, as they lie there, lower-case hex.</param>
/// <param name="Bytes">How many bytes it has.</param>
/// <param name="Lines">How many lines.</param>
public sealed record BackupPart(string Name, string Sha256, long Bytes, long Lines);
