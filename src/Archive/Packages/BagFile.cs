namespace Archive.Packages;

/// <summary>A plain file that was found in a bag's folder.</summary>
/// <param name="Path">Within the bag, with slashes.</param>
/// <param name="Length">In bytes, when it was found.</param>
/// <param name="FullName">By which it is opened.</param>
internal sealed record BagFile(string Path, long Length, string FullName)
{
    public bool IsPayload => Path.StartsWith("data/", StringComparison.Ordinal);

    /// <summary>Opens it. One without length is never opened: it may be a pipe, which answers when it likes.</summary>
    public Stream Open() => Length == 0 ? Stream.Null : new FileStream(FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
