using System.Globalization;
using System.Text;

namespace Archive.Snapshots;

/// <summary>Text as it is compared and searched, never as it is stored: case, accents and runs of white space do not count.</summary>
internal static class SearchText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (!Rune.IsWhiteSpace(rune))
                Lower(rune, folded);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Lower case, and what upper case does not tell apart.</summary>
    private static void Lower(Rune rune, StringBuilder folded)
    {
        switch (Rune.ToLowerInvariant(rune))
        {
            case { Value: 'ß' }:
                folded.Append("ss");
                break;
            case { Value: 'ς' }:
                folded.Append('σ');
                break;
            case var lower:
                folded.Append(lower.ToString());
                break;
        }
    }

    /// <summary>Whether a text has every word of another, in whatever order.</summary>
    public static bool HasWords(string text, string words)
    {
        var folded = Fold(text);
        return Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
