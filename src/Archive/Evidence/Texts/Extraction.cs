namespace Archive.Evidence.Texts;

/// <summary>What became of the attempt to take the plain text out of bytes.</summary>
internal abstract record Extraction
{
    private Extraction()
    {
    }

    /// <param name="Utf8">The text.</param>
    /// <param name="Length">In Unicode code points.</param>
    /// <param name="Encoding">Name of the encoding in which the bytes were read, where they are text.</param>
    /// <param name="Pages">Where each page begins, in code points, where there are pages.</param>
    public sealed record Taken(ReadOnlyMemory<byte> Utf8, long Length, string? Encoding = null, IReadOnlyList<long>? Pages = null) : Extraction;

    /// <summary>There is none, as in a scanned page.</summary>
    public sealed record None : Extraction;

    /// <param name="Why">What is wrong, as the end of a sentence about the file; and what to do where there is something.</param>
    public sealed record Failed(string Why) : Extraction;
}
