namespace Archive.Evidence.Texts;

/// <summary>Takes the text out in this very process, within what <see cref="ExtractionBudget"/> can see.</summary>
internal sealed class OwnExtraction(TimeProvider clock) : ITextExtraction
{
    public Task<Extraction> TakeAsync(string extractor, ReadOnlyMemory<byte> bytes, string? charset, CancellationToken cancellationToken)
    {
        var budget = new ExtractionBudget(clock);
        return Task.Run(
            async () => extractor == HtmlText.Name ? await HtmlText.ReadAsync(bytes, charset, budget, cancellationToken) : PdfText.Read(bytes, budget),
            cancellationToken);
    }
}
