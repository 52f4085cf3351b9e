namespace Archive.Evidence.Texts;

/// <summary>Takes the text out of a page or a PDF.</summary>
internal interface ITextExtraction
{
    /// <param name="extractor"><c>html</c> or <c>pdf</c>.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="charset">The label that was declared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Extraction> TakeAsync(string extractor, ReadOnlyMemory<byte> bytes, string? charset, CancellationToken cancellationToken);
}
