using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Archive.Evidence.Types;

/// <summary>What a zip or gzip file is for, as far as its first bytes say.</summary>
internal static class Packed
{
    private const int LocalHeader = 30;

    /// <summary>By the names in its first entries: an EPUB and an OpenDocument file begin with their type, an Office Open XML file with its list of parts.</summary>
    public static string OfZip(ReadOnlySpan<byte> head)
    {
        if (head.Length < LocalHeader)
            return MediaTypes.Zip;
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
        var extra = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]);
        if (Name(head, nameLength) == "mimetype" && size is > 0 and < 100 && head.Length >= LocalHeader + nameLength + extra + size)
        {
            var says = Encoding.ASCII.GetString(head.Slice(LocalHeader + nameLength + extra, (int)size)).Trim();
            if (DeclaredType.TryParse(says, out var inside) && (inside.Essence == "application/epub+zip" || inside.Essence.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal)))
                return inside.Essence;
        }

        if (head.IndexOf("[Content_Types].xml"u8) < 0 && head.IndexOf("_rels/.rels"u8) < 0)
            return MediaTypes.Zip;
        if (head.IndexOf("word/"u8) >= 0)
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        if (head.IndexOf("xl/"u8) >= 0)
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return head.IndexOf("ppt/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.presentationml.presentation" : MediaTypes.Zip;
    }

    /// <summary>A compressed WARC file is one whose records are compressed one by one (ISO 28500, annex D): its first bytes say WARC once they are unpacked.</summary>
    public static string OfGzip(ReadOnlySpan<byte> head)
    {
        var first = new byte[8];
        try
        {
            using var unpacked = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
            var read = unpacked.ReadAtLeast(first, 7, throwOnEndOfStream: false);
            return first.AsSpan(0, read).StartsWith("WARC/1."u8) ? MediaTypes.Warc : MediaTypes.Gzip;
        }
        catch (InvalidDataException)
        {
            return MediaTypes.Gzip;
        }
    }

    private static string? Name(ReadOnlySpan<byte> head, int length) =>
        head.Length >= LocalHeader + length ? Encoding.ASCII.GetString(head.Slice(LocalHeader, length)) : null;
}
