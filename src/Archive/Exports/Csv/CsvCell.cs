using System.Globalization;
using System.Text;

namespace Archive.Exports.Csv;

/// <summary>
/// A cell's text that no spreadsheet takes for a formula, and that gives the text back. Wherever a cell could begin, an apostrophe is put before
/// a character with which a formula, or an apostrophe of the text's own, would begin: at the start of the text, and behind each tab, line break and
/// semicolon, since a spreadsheet may be told that these separate cells; blanks, quotes and invisible characters in between count for nothing.
/// A tab or line break at the very start gets one as well. <see cref="Read"/> takes each such apostrophe away again.
/// </summary>
internal static class CsvCell
{
    private const char Guard = '\'';

    public static string Neutral(string text)
    {
        var neutral = new StringBuilder(text.Length + 1);
        var begins = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((begins && IsTrigger(rune)) || (neutral.Length == 0 && Separates(rune)))
                neutral.Append(Guard);
            neutral.Append(rune.ToString());
            begins = Separates(rune) || (begins && IsNothing(rune));
        }

        return neutral.ToString();
    }

    /// <summary>The text that a neutral one stands for.</summary>
    public static string Read(string neutral)
    {
        var text = new StringBuilder(neutral.Length);
        var begins = true;
        var guarded = false;
        foreach (var rune in neutral.EnumerateRunes())
        {
            if (begins && !guarded && rune.Value == Guard)
            {
                guarded = true;
                continue;
            }

            text.Append(rune.ToString());
            begins = Separates(rune) || (begins && !guarded && IsNothing(rune));
            guarded = false;
        }

        return text.ToString();
    }

    private static bool Separates(Rune rune) => rune.Value is '\t' or '\r' or '\n' or ';' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    /// <summary>What a spreadsheet may pass over before it looks for a formula.</summary>
    private static bool IsNothing(Rune rune) =>
        rune.Value == '"' || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>The signs that begin formulas, full-width and small forms of them as well, and the guard itself.</summary>
    private static bool IsTrigger(Rune rune) => rune.Value is Guard or '=' or '+' or '-' or '@'
        or 0xFF1D or 0xFF0B or 0xFF0D or 0xFF20 or 0xFF07
        or 0xFE66 or 0xFE62 or 0xFE63 or 0xFE6B
        or 0x2212 or 0x207A or 0x207B or 0x207C or 0x208A or 0x208B or 0x208C;
}
