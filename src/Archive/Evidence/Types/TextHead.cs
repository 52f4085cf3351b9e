using System.Text;
using Archive.Evidence.Texts;

namespace Archive.Evidence.Types;

/// <summary>Whether bytes can be a text, by their beginning.</summary>
internal static class TextHead
{
    /// <param name="head">The first bytes.</param>
    /// <param name="declared">The encoding that somebody declared, where there is such an encoding.</param>
    /// <returns>The first characters, or null where they are none of a text.</returns>
    public static string? Of(ReadOnlySpan<byte> head, Encoding? declared)
    {
        var mark = ByteOrderMark.Of(head);
        var encoding = mark?.Encoding ?? (declared is not null && IsWide(declared) ? declared : ByteOrderMark.Guess(head));
        if (encoding is null || !IsWide(encoding))
            return head.ContainsAny(Binary) ? null : Encoding.Latin1.GetString(head[(mark?.Length ?? 0)..]);
        var text = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback).GetString(head[..(head.Length & ~3)]);
        return text.AsSpan().ContainsAny(BinaryCharacters) || text.Count(c => c == '\uFFFD') > 1 ? null : text;
    }

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    /// <summary>WHATWG MIME Sniffing, section 3: bytes that no text has.</summary>
    private static readonly System.Buffers.SearchValues<byte> Binary = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B)).Select(value => (byte)value)]);

    private static readonly System.Buffers.SearchValues<char> BinaryCharacters = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B)).Select(value => (char)value)]);
}
