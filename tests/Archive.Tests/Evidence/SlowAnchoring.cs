using System.Text;
using Archive.Domain.Evidence;

namespace Archive.Tests.Evidence;

/// <summary>The rules of anchoring as one would explain them: every place is tried, code point by code point.</summary>
internal static class SlowAnchoring
{
    public static IReadOnlyList<QuotePosition> Places(string text, TextSelector selector)
    {
        var (runes, exact, prefix, suffix) = (Runes(text), Runes(selector.Exact!), Runes(selector.Prefix ?? ""), Runes(selector.Suffix ?? ""));
        return [.. from start in Enumerable.Range(0, runes.Length + 1)
            let end = start + exact.Length
            where Stands(runes, exact, start) && Stands(runes, prefix, start - prefix.Length) && Stands(runes, suffix, end)
            let position = new QuotePosition(start, end)
            where selector.Position is null || selector.Position == position
            select position];
    }

    /// <summary>The fewest changes that make one of the other.</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var c in one)
        {
            var above = row[0]++;
            for (var i = 1; i <= other.Length; i++)
                (above, row[i]) = (row[i], Math.Min(Math.Min(row[i], row[i - 1]) + 1, above + (c == other[i - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    public static string Slice(string text, QuotePosition position) =>
        string.Concat(Runes(text)[(int)position.Start..(int)position.End].Select(rune => rune.ToString()));

    private static bool Stands(Rune[] text, Rune[] words, int at) =>
        at >= 0 && at + words.Length <= text.Length && text.AsSpan(at, words.Length).SequenceEqual(words);

    private static Rune[] Runes(string text) => [.. text.EnumerateRunes()];
}
