namespace Archive.Domain.Evidence;

/// <summary>
/// Selects words in a text: a W3C Web Annotation TextQuoteSelector (<paramref name="Exact"/> with <paramref name="Prefix"/> and <paramref
/// name="Suffix"/>), a TextPositionSelector, or both at once, which must then agree.
/// </summary>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">What stands right before them.</param>
/// <param name="Suffix">What stands right after them.</param>
/// <param name="Position">Where they stand.</param>
public sealed record TextSelector(string? Exact, string? Prefix = null, string? Suffix = null, QuotePosition? Position = null)
{
    /// <summary>Null where this is a selector; otherwise why not, and what to write.</summary>
    public string? WhatIsWrong()
    {
        if (Exact is null && Position is null)
            return "A selector has 'exact', or 'start' and 'end', or both.";
        if (Exact is null && (Prefix ?? Suffix) is not null)
            return "'prefix' and 'suffix' tell what stands around 'exact'. Give 'exact' too.";
        if (Exact is "")
            return "'exact' is empty: nothing would be found everywhere. Write the words.";
        if (Position is { } position && (position.Start < 0 || position.End <= position.Start))
            return $"{position.Start} to {position.End} holds no words: positions count from 0, and the end comes after the start.";
        foreach (var (name, text) in new[] { ("exact", Exact), ("prefix", Prefix), ("suffix", Suffix) })
        {
            if (text is not null && SurrogateHalves.IndexIn(text) is >= 0 and var at)
                return $"'{name}' has half a surrogate pair at character {at}: it is not well-formed Unicode. Write that character again.";
        }

        return null;
    }
}
