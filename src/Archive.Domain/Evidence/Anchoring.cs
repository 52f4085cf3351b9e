namespace Archive.Domain.Evidence;

/// <summary>
/// Finds quotes in texts: W3C Web Annotation selectors, code points in logical order, every character as it is. Nothing is normalised, folded or
/// trimmed. A quote that stands a line break, a space or a look-alike apart is missing, and what comes nearest is reported apart.
/// <para>
/// What wins: a place is selected when the words stand there with the prefix right before and the suffix right after them, each as far as it is
/// given, and, where a position is given, at that position with that length. One such place is exact, several are ambiguous, none is missing;
/// so a position alone decides between several places, and parts of a selector that contradict each other select nothing.
/// </para>
/// </summary>
public static class Anchoring
{
    /// <summary>How many places of an ambiguous selector are told.</summary>
    public const int MostPlaces = 10;

    /// <exception cref="ArgumentException">It is no selector, see <see cref="TextSelector.WhatIsWrong"/>.</exception>
    public static Anchor Find(CodePointText text, TextSelector selector)
    {
        if (selector.WhatIsWrong() is { } wrong)
            throw new ArgumentException(wrong, nameof(selector));
        var places = Selected(text, selector, out var count);
        return count switch
        {
            0 => new Anchor(AnchorState.Missing, 0, [], selector.Exact is null ? null : new NearestSearch(text, selector).Find()),
            1 => new Anchor(AnchorState.Exact, 1, places),
            _ => new Anchor(AnchorState.Ambiguous, count, places),
        };
    }

    private static ValueList<AnchorPlace> Selected(CodePointText text, TextSelector selector, out long count)
    {
        if (selector.Position is { } position)
        {
            var place = At(text, selector, position);
            count = place is null ? 0 : 1;
            return place is null ? [] : [place];
        }

        var first = new List<AnchorPlace>();
        var (exact, prefix) = (selector.Exact!, selector.Prefix ?? "");
        count = 0;
        foreach (var start in new WordSearch(prefix + exact + selector.Suffix).In(text.Text.AsMemory()))
        {
            if (count++ < MostPlaces)
                first.Add(text.Place(start + prefix.Length, start + prefix.Length + exact.Length));
        }

        return [.. first];
    }

    private static AnchorPlace? At(CodePointText text, TextSelector selector, QuotePosition position)
    {
        if (position.End > text.Length)
            return null;
        var (start, end) = (text.IndexOf(position.Start), text.IndexOf(position.End));
        return (selector.Exact is null || text.Text.AsSpan()[start..end].SequenceEqual(selector.Exact)) && Surrounded(text.Text, start, end, selector) == (true, true)
            ? text.Place(start, end)
            : null;
    }

    /// <summary>Whether what is asked for stands before and after a stretch.</summary>
    internal static (bool Prefix, bool Suffix) Surrounded(string text, int start, int end, TextSelector selector) => (
        text.AsSpan(0, start).EndsWith(selector.Prefix, StringComparison.Ordinal),
        text.AsSpan(end).StartsWith(selector.Suffix, StringComparison.Ordinal));
}
