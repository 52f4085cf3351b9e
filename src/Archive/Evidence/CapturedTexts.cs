using System.Text;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;

namespace Archive.Evidence;

/// <summary>The plain texts of captures, out of the content store.</summary>
internal sealed class CapturedTexts(IContentStore contents)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <returns>The text; null where it is no longer there.</returns>
    /// <exception cref="ContentAlteredException">What is there is not what was put there.</exception>
    public async Task<CodePointText?> FindAsync(ExtractedText text, CancellationToken cancellationToken)
    {
        await using var stream = await contents.OpenAsync(text.Digest, cancellationToken);
        if (stream is null)
            return null;
        // Read to the end first: what was altered says so, before it is taken for text.
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return new CodePointText(Strict.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }
}
