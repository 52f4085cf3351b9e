using System.Globalization;
using System.Text;

namespace Archive.Cli.Display;

/// <summary>
/// Text from the archive or from anywhere else, as it may be written to a terminal: control characters, characters that change the direction
/// of what follows, and invisible ones stand as <c>\u{1B}</c>; line breaks and tabs become spaces; text with letters that run from right
/// to left is isolated (Unicode UAX #9), so that it cannot rearrange its neighbours.
/// </summary>
internal static class SafeText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    public static string Of(string text)
    {
        if (IsHarmless(text))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        var fromRight = false;
        foreach (var rune in text.EnumerateRunes())
        {
            fromRight |= RunsFromRight(rune.Value);
            if (rune.Value is '\n' or '\t')
                safe.Append(' ');
            else if (rune.Value is '\r')
                continue;
            else if (IsHazard(rune))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            else
                safe.Append(rune.ToString());
        }

        return fromRight ? $"{FirstStrongIsolate}{safe}{PopDirectionalIsolate}" : safe.ToString();
    }

    /// <summary>The same for a text of several lines, which stay lines.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Of));

    /// <summary>The same for one character that JSON would let through: those that change direction.</summary>
    public static bool TurnsText(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsHarmless(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or (>= '\u007F' and < '\u00A0') or (>= '\u0590' and < '\u0900') or (>= '\u200B' and < '\u2070') or >= '\uD800')
                return false;
        }

        return true;
    }

    private static bool IsHazard(Rune rune) =>
        Rune.IsControl(rune)
        || (rune.IsBmp && TurnsText((char)rune.Value))
        || rune.Value is 0x2028 or 0x2029 or 0x200B or 0x2060 or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F);

    private static bool RunsFromRight(int value) =>
        value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
