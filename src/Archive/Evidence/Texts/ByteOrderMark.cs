using System.Text;

namespace Archive.Evidence.Texts;

/// <summary>The encoding of a text as its first bytes show it.</summary>
internal static class ByteOrderMark
{
    private const int Looked = 4_096;

    /// <returns>The encoding and how many bytes its mark has, or null where there is none.</returns>
    public static (Encoding Encoding, int Length)? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Charsets.Utf8, 3);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (Charsets.Find("utf-32le")!, 4);
        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return (Charsets.Find("utf-32be")!, 4);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Charsets.Find("utf-16le")!, 2);
        return head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Charsets.Find("utf-16be")!, 2) : null;
    }

    /// <summary>UTF-16 without a mark: nearly every second byte is zero, always on the same side. True of texts in scripts of the first 256 characters only.</summary>
    public static Encoding? Guess(ReadOnlySpan<byte> head)
    {
        var looked = head[..Math.Min(head.Length & ~1, Looked)];
        Span<int> zeros = stackalloc int[2];
        for (var i = 0; i < looked.Length; i++)
            zeros[i & 1] += looked[i] == 0 ? 1 : 0;
        if (looked.Length < 4)
            return null;
        if (zeros[0] == 0 && zeros[1] * 20 >= looked.Length / 2 * 19)
            return Charsets.Find("utf-16le");
        return zeros[1] == 0 && zeros[0] * 20 >= looked.Length / 2 * 19 ? Charsets.Find("utf-16be") : null;
    }
}
