using Archive.Evidence.Texts;

namespace Archive.Evidence.Types;

/// <summary>Finds the media type of bytes in the bytes themselves, whatever they are called.</summary>
internal static class FoundType
{
    /// <summary>In bytes: so many of the first ones are looked at.</summary>
    public const int HeadSize = 64 * 1024;

    /// <summary>A PDF may have other bytes before its header: readers look for it so far (ISO 32000-1, annex H, note 13).</summary>
    private const int PdfReach = 1_024;

    /// <param name="head">The first bytes, up to <see cref="HeadSize"/>.</param>
    /// <param name="charset">The encoding that was declared, where one was.</param>
    public static string Of(ReadOnlySpan<byte> head, string? charset)
    {
        foreach (var signature in Signatures.All)
        {
            if (signature.IsIn(head))
            {
                return signature.Type switch
                {
                    MediaTypes.Zip => Packed.OfZip(head),
                    MediaTypes.Gzip => Packed.OfGzip(head),
                    var type => type,
                };
            }
        }

        if (head[..Math.Min(head.Length, PdfReach)].IndexOf("%PDF-"u8) >= 0 && TextHead.Of(head, null) is null)
            return MediaTypes.Pdf;
        return TextHead.Of(head, charset is null ? null : Charsets.Find(charset)) is { } text ? Markup.Of(text) : MediaTypes.Unknown;
    }
}
