using System.Buffers;
using System.Text.Unicode;

namespace Archive.Domain.Ledger;

/// <summary>Writes strings as RFC 8785 section 3.2.2.2 has them: only quote, backslash and U+0000 to U+001F are escaped.</summary>
internal static class CanonicalText
{
    /// <summary>The bytes at which a plain run of a string ends: what must be escaped when written is also what cannot stand when read.</summary>
    internal static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    /// <param name="text">Valid UTF-8, unescaped.</param>
    public static void Append(ReadOnlySpan<byte> text, PooledBytes output)
    {
        output.Append((byte)'"');
        for (int stop; (stop = text.IndexOfAny(Special)) >= 0; text = text[(stop + 1)..])
        {
            output.Append(text[..stop]);
            AppendEscaped(text[stop], output);
        }
        output.Append(text);
        output.Append((byte)'"');
    }

    /// <exception cref="ArgumentException">The text has a lone surrogate.</exception>
    public static void Append(string text, PooledBytes output)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var utf8 = new PooledBytes(Math.Max(3 * text.Length, 16));
        if (Utf8.FromUtf16(text, utf8.Free(3 * text.Length), out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new ArgumentException("The text has a lone surrogate, so it has no UTF-8 form.", nameof(text));
        utf8.Advance(written);
        Append(utf8.Written, output);
    }

    private static void AppendEscaped(byte c, PooledBytes output)
    {
        output.Append(c switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => @"\\"u8,
            (byte)'\b' => @"\b"u8,
            (byte)'\t' => @"\t"u8,
            (byte)'\n' => @"\n"u8,
            (byte)'\f' => @"\f"u8,
            (byte)'\r' => @"\r"u8,
            _ => @"\u00"u8,
        });
        if (c is (byte)'"' or (byte)'\\' or >= 8 and <= 13 and not 11) return;
        output.Append((byte)(c < 16 ? '0' : '1'));
        output.Append("0123456789abcdef"u8[c & 15]);
    }
}
