namespace Archive.Evidence;

/// <summary>Bytes in the content store.</summary>
/// <param name="Digest">SHA-256 of them, lower-case hex.</param>
/// <param name="Length">In bytes.</param>
internal sealed record StoredContent(string Digest, long Length);
