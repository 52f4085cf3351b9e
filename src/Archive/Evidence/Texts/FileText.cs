using Archive.Evidence.Types;

namespace Archive.Evidence.Texts;

/// <summary>The plain text of any file, as that of a capture is taken out, without an archive.</summary>
public static class FileText
{
    /// <param name="bytes">The file.</param>
    /// <param name="mediaType">What it is, with its charset if that is not to be found in it; null has it looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text, empty where the file has none; or why it cannot be taken out, as the end of a sentence about the file.</returns>
    public static async Task<(string? Text, string? Why)> ReadAsync(ReadOnlyMemory<byte> bytes, string? mediaType, CancellationToken cancellationToken)
    {
        var declared = mediaType is not null && DeclaredType.TryParse(mediaType, out var parsed) ? parsed : null;
        if (mediaType is not null && declared is null)
            return (null, $"'{mediaType}' is no media type. Write one such as text/plain or text/html; charset=windows-1251");
        var type = declared?.Essence ?? FoundType.Of(bytes.Span[..Math.Min(bytes.Length, FoundType.HeadSize)], null);
        return await ExtractAsync(type, bytes, declared?.Charset, cancellationToken) switch
        {
            Extraction.Taken taken => (System.Text.Encoding.UTF8.GetString(taken.Utf8.Span), null),
            Extraction.Failed failed => (null, failed.Why),
            null => (null, $"it is {type}, which has no text that can be taken out"),
            _ => ("", null),
        };
    }

    private static async Task<Extraction?> ExtractAsync(string type, ReadOnlyMemory<byte> bytes, string? charset, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case MediaTypes.Plain or MediaTypes.Xml or MediaTypes.Json:
                using (var stream = new MemoryStream(bytes.ToArray(), writable: false))
                    return await PlainText.ReadAsync(stream, charset, cancellationToken);
            case MediaTypes.Html or MediaTypes.Xhtml:
                return await new OwnExtraction(TimeProvider.System).TakeAsync(HtmlText.Name, bytes, charset, cancellationToken);
            case MediaTypes.Pdf:
                return await new OwnExtraction(TimeProvider.System).TakeAsync(PdfText.Name, bytes, charset, cancellationToken);
            default:
                return null;
        }
    }
}
