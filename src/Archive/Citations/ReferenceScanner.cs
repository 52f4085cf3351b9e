using System.Runtime.CompilerServices;

namespace Archive.Citations;

/// <summary>
/// Finds <c>record@entry</c> and <c>record/claim@entry</c> in text of any kind, as it comes: memory does not grow with the text. What JSON and TeX write with a
/// backslash is read as what it stands for.
/// </summary>
public static class ReferenceScanner
{
    /// <param name="text">Read to its end.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async IAsyncEnumerable<CitedReference> ScanAsync(TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = new char[16_384];
        var token = new ReferenceToken();
        var escapes = new EscapedCharacters();
        while (await text.ReadAsync(buffer.AsMemory(), cancellationToken) is > 0 and var read)
        {
            for (var i = 0; i < read; i++)
            {
                if (escapes.Take(buffer[i]) is { } c && token.Take(c) is { } found)
                    yield return found;
            }
        }

        if (token.End() is { } last)
            yield return last;
    }
}
