namespace Archive.Backups;

/// <summary>
/// What a backup has of the content store. The bytes themselves are files of their own, <c>content/ab/ab…</c>, each named by its SHA-256.
/// </summary>
/// <param name="Contents">The list of contents, one a line (<c>content.v1</c>).</param>
/// <param name="Bytes">How many bytes these have together.</param>
/// <param name="Kept">What events keep by reference, with salts (<c>kept.v1</c>).</param>
/// <param name="Destructions">What became of orders to erase (<c>destruction.v1</c>).</param>
public sealed record BackedUpEvidence(BackupPart Contents, long Bytes, BackupPart Kept, BackupPart Destructions);
