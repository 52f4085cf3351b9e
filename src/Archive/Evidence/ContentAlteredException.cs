namespace Archive.Evidence;

/// <summary>Bytes in the content store are not those that were put there: the database was damaged or changed behind the archive's back.</summary>
public sealed class ContentAlteredException(string digest, string problem)
    : IOException($"The content {digest} was altered in the content store: {problem} Restore the database from a backup, or capture the same file again, which mends it.")
{
    /// <summary>Of the bytes that were put there, lower-case hex.</summary>
    public string Digest { get; } = digest;
}
