using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Dossiers;

/// <summary>Writes a text as YAML so that every reader gets it back byte for byte: plain where nothing can be misread, else in double quotes.</summary>
internal static partial class YamlScalar
{
    private static readonly HashSet<string> Reserved =
        new(["null", "true", "false", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    /// <param name="text">The text.</param>
    /// <param name="flow">It stands between brackets, where commas and brackets end it.</param>
    public static string Write(string text, bool flow) => IsPlain(text, flow) ? text : Quote(text);

    /// <summary>Whether several lines can stand as they are, in a block.</summary>
    public static bool IsBlock(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text[0] is '\n' or ' ' or '\t' || text.EndsWith("\n\n", StringComparison.Ordinal))
            return false;
        return text.Split('\n').All(line => line.Length == 0 || !char.IsWhiteSpace(line[^1])) && text.EnumerateRunes().All(rune => rune.Value == '\n' || IsShown(rune));
    }

    private static bool IsPlain(string text, bool flow)
    {
        if (text.Length == 0 || !char.IsLetterOrDigit(text, 0) || text[^1] is ' ' or ':' || Reserved.Contains(text) || Number().IsMatch(text))
            return false;
        if (text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) || (flow && text.AsSpan().IndexOfAny(",[]{}:") >= 0))
            return false;
        return text.EnumerateRunes().All(IsShown);
    }

    /// <summary>Whether a character is seen as it is by people and programs: no control, no other space, nothing that turns or hides text.</summary>
    private static bool IsShown(Rune rune) => rune.Value == ' ' || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate));

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsShown(rune) => rune.ToString(),
                <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
            });
        }
        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"\A(?:[\d_,.]+(?:[eE][+-]?\d+)?|0[xo][0-9a-fA-F]+|\d+(?::\d\d)+(?:\.\d*)?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
