namespace Archive.Domain.Evidence;

/// <summary>Half a character: a UTF-16 surrogate without its other half, which is no Unicode text.</summary>
internal static class SurrogateHalves
{
    /// <summary>Index of the first; -1 where the text is well-formed.</summary>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; ;)
        {
            var next = text[at..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
                return -1;
            at += next;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return at;
            at += 2;
        }
    }
}
