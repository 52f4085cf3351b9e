using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Evidence.Types;

namespace Archive.Evidence.Texts;

/// <summary>Takes the text out of what was captured, and keeps it under its own digest.</summary>
internal sealed class CaptureTexts(IContentStore contents, ITextExtraction extraction)
{
    /// <param name="stored">The capture's bytes, in the content store.</param>
    /// <param name="mediaType">What they are.</param>
    /// <param name="charset">The encoding that was declared, where one was.</param>
    /// <param name="cancellationToken">Gives up; a text that was kept is swept.</param>
    /// <returns>The text, or none; or why it cannot be taken out.</returns>
    public async Task<(ExtractedText? Text, string? Why)> TakeAsync(StoredContent stored, string mediaType, string? charset, CancellationToken cancellationToken)
    {
        var (name, version) = ExtractorOf(mediaType);
        if (name is null)
            return (null, null);
        switch (await ExtractAsync(name, stored, charset, cancellationToken))
        {
            case Extraction.Failed failed:
                return (null, failed.Why);
            case Extraction.Taken taken:
                return (await KeepAsync(taken, name, version, cancellationToken), null);
            default:
                return (null, null);
        }
    }

    private static (string? Name, int Version) ExtractorOf(string mediaType) => mediaType switch
    {
        MediaTypes.Plain or MediaTypes.Xml or MediaTypes.Json => (PlainText.Name, PlainText.Version),
        MediaTypes.Html or MediaTypes.Xhtml => (HtmlText.Name, HtmlText.Version),
        MediaTypes.Pdf => (PdfText.Name, PdfText.Version),
        _ => (null, 0),
    };

    private async Task<Extraction> ExtractAsync(string extractor, StoredContent stored, string? charset, CancellationToken cancellationToken)
    {
        await using var bytes = await contents.OpenAsync(stored.Digest, cancellationToken)
            ?? throw new InvalidOperationException($"The content {stored.Digest}, which was just put into the store, is gone.");
        if (extractor == PlainText.Name)
            return await PlainText.ReadAsync(bytes, charset, cancellationToken);
        if (stored.Length > (extractor == HtmlText.Name ? TextLimits.MostHtml : TextLimits.MostPdf))
            return new Extraction.Failed($"it has {stored.Length:N0} bytes; the text is taken out of at most {(extractor == HtmlText.Name ? TextLimits.MostHtml : TextLimits.MostPdf):N0} of this type");
        var all = new byte[stored.Length];
        await bytes.ReadExactlyAsync(all, cancellationToken);
        // The end is where the digest is looked at.
        await bytes.CopyToAsync(Stream.Null, cancellationToken);
        return await extraction.TakeAsync(extractor, all, charset, cancellationToken);
    }

    private async Task<ExtractedText> KeepAsync(Extraction.Taken taken, string extractor, int version, CancellationToken cancellationToken)
    {
        using var utf8 = new MemoryStream(taken.Utf8.ToArray(), writable: false);
        var kept = (await contents.PutAsync(utf8, long.MaxValue, cancellationToken))!;
        return new ExtractedText(kept.Digest, taken.Length, extractor, version, taken.Encoding, taken.Pages is { } pages ? pages.ToValueList() : null);
    }
}
