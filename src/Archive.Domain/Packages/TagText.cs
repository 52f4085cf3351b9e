using System.Text;

namespace Archive.Domain.Packages;

/// <summary>The lines of a tag file. Every one of LF, CR and CR LF ends a line (RFC 8493, section 2.2).</summary>
public static class TagText
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestLine = 16_384;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding that a bag declares; null of one that is not read.</summary>
    public static Encoding? Find(string declared) => declared.ToUpperInvariant() switch
    {
        "UTF-8" => Utf8,
        "US-ASCII" or "ASCII" => Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        "ISO-8859-1" => Encoding.Latin1,
        "UTF-16" or "UTF-16LE" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        "UTF-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };

    /// <summary>The lines without their ends; null where the bytes are not of the encoding, which is then noted.</summary>
    public static IReadOnlyList<string>? Read(string file, ReadOnlySpan<byte> bytes, Encoding? encoding, BagFindings findings)
    {
        encoding ??= Utf8;
        if (encoding is UnicodeEncoding)
        {
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                encoding = new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
                bytes = bytes[2..];
            }
        }
        else if (bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            findings.Add(BagCheck.Encoding, file, 1, "It begins with a byte order mark. Save it without one.");
            return null;
        }

        try
        {
            return Lines(file, encoding.GetString(bytes), findings);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            findings.Add(BagCheck.Encoding, file, before.Count((byte)'\n') + 1, $"The bytes at {before.Length:N0} are not {encoding.WebName.ToUpperInvariant()}.");
            return null;
        }
    }

    private static List<string>? Lines(string file, string text, BagFindings findings)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            if (end - start > LongestLine)
            {
                findings.Add(BagCheck.Encoding, file, lines.Count + 1, $"The line has {end - start:N0} characters; at most {LongestLine:N0} are taken.");
                return null;
            }

            lines.Add(text[start..end]);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }
}
