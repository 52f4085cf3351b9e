using System.Globalization;
using System.Text;

namespace Archive.Domain.Evidence;

/// <summary>What single characters come to when differences of form are overlooked.</summary>
internal static class FoldedCharacters
{
    private const string QuotationMarks = "'\"`´ʹʺʻʼʽʾʿ′″‵‶「」『』〝〞〟＇＂｢｣";

    private const string Dashes = "⁃−";

    /// <summary>Of the Basic Multilingual Plane, with everything folded; filled as characters are met. Two threads may fill a place with equal words.</summary>
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <summary>With everything folded: empty where nothing of it is left, a space for white space.</summary>
    public static string Of(Rune rune) => rune.IsBmp ? Known[rune.Value] ??= Of(rune, Folding.All) : Of(rune, Folding.All);

    public static string Of(Rune rune, Folding folding)
    {
        // A space that does not break has a compatible form too: that alone is no difference in normalisation.
        if (Rune.IsWhiteSpace(rune))
            return folding.HasFlag(Folding.WhiteSpace) ? " " : rune.ToString();
        if (rune.IsAscii && rune.Value is not '\'' and not '"' and not '`')
            return (folding.HasFlag(Folding.Case) ? Rune.ToUpperInvariant(rune) : rune).ToString();
        var category = Rune.GetUnicodeCategory(rune);
        if (rune.Value == 0xAD)
            return folding.HasFlag(Folding.Hyphens) ? "" : rune.ToString();
        if (folding.HasFlag(Folding.Invisible) && (category == UnicodeCategory.Format || rune.Value is 0x34F or (>= 0xFE00 and <= 0xFE0F)))
            return "";
        if (folding.HasFlag(Folding.QuotationMarks) && (category is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation || IsIn(QuotationMarks, rune) || rune.Value is '‚' or '„'))
            return "\"";
        if (folding.HasFlag(Folding.Hyphens) && (category == UnicodeCategory.DashPunctuation || IsIn(Dashes, rune)))
            return "-";
        var folded = rune.ToString();
        if (folding.HasFlag(Folding.NormalisationForm))
            folded = folded.Normalize(NormalizationForm.FormKD);
        return folding.HasFlag(Folding.Case) ? folded.ToUpperInvariant() : folded;
    }

    private static bool IsIn(string characters, Rune rune) => rune.IsBmp && characters.Contains((char)rune.Value, StringComparison.Ordinal);
}
