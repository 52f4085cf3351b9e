using System.Text;

namespace Archive.Evidence.Texts;

/// <summary>
/// The extractor <c>plain</c>: the characters of the bytes, in their order, all of them. A byte order mark is no part of the text; line ends and blanks stay as they are.
/// </summary>
internal static class PlainText
{
    public const string Name = "plain";

    public const int Version = 1;

    private const int PieceSize = 64 * 1024;

    /// <summary>Reads bytes in the encoding that their mark shows, or that was declared; else in UTF-8, or UTF-16 where nearly every second byte is zero. No other is guessed.</summary>
    /// <param name="bytes">Read to the end, or to the first byte that is wrong.</param>
    /// <param name="charset">The label that was declared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Extraction> ReadAsync(Stream bytes, string? charset, CancellationToken cancellationToken)
    {
        var piece = new byte[PieceSize];
        var read = await bytes.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancellationToken);
        if (!TryChoose(piece.AsSpan(0, read), charset, out var encoding, out var mark, out var why))
            return new Extraction.Failed(why);
        var output = new TextOutput();
        var decoder = encoding.GetDecoder();
        var characters = new char[encoding.GetMaxCharCount(PieceSize)];
        var consumed = 0L;
        for (var from = mark; ; from = 0)
        {
            var isEnd = read < PieceSize;
            int count;
            try
            {
                count = decoder.GetChars(piece, from, read - from, characters, 0, isEnd);
            }
            catch (DecoderFallbackException wrong)
            {
                return new Extraction.Failed(Undecodable(encoding, charset, wrong, consumed + from));
            }

            var text = characters.AsMemory(0, count);
            if (text.Span.IndexOf('\0') >= 0)
                return new Extraction.Failed($"it has the character U+0000 behind its first {output.Length + text.Span.IndexOf('\0'):N0}, which no text has");
            if (!output.TryAppend(text.Span))
                return TextOutput.TooLong;
            if (isEnd)
                break;
            consumed += read;
            read = await bytes.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancellationToken);
        }

        return output.Length == 0 ? new Extraction.None() : new Extraction.Taken(output.ToUtf8(), output.Length, Charsets.NameOf(encoding));
    }

    private static bool TryChoose(ReadOnlySpan<byte> head, string? charset, out Encoding encoding, out int mark, out string why)
    {
        (encoding, mark, why) = (Charsets.Utf8, 0, "");
        if (ByteOrderMark.Of(head) is var (marked, length))
        {
            (encoding, mark) = (marked, length);
            return true;
        }

        if (charset is null)
        {
            encoding = ByteOrderMark.Guess(head) ?? Charsets.Utf8;
            return true;
        }

        if (Charsets.Find(charset) is { } declared)
        {
            encoding = declared;
            return true;
        }

        why = $"the encoding '{charset}' that was declared is none that is known. Declare its usual name, such as windows-1251";
        return false;
    }

    private static string Undecodable(Encoding encoding, string? charset, DecoderFallbackException wrong, long before)
    {
        var bytes = string.Join(' ', (wrong.BytesUnknown ?? []).Take(4).Select(value => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
        var place = $"{(bytes.Length == 0 ? "a byte is missing" : $"{bytes} stands")} at byte {before + Math.Max(0, wrong.Index):N0}";
        return charset is null
            ? $"it is not {Charsets.NameOf(encoding)} ({place}), and nothing says what it is. Declare its encoding, such as 'text/plain; charset=windows-1251'"
            : $"it is not {Charsets.NameOf(encoding)} ({place}), as was declared. Declare its encoding";
    }
}
