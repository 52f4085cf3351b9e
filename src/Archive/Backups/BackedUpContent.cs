namespace Archive.Backups;

/// <summary>A content of a backup: a line of <c>contents.ndjson.gz</c>.</summary>
/// <param name="Digest">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Length">In bytes.</param>
internal sealed record BackedUpContent(string Digest, long Length);
