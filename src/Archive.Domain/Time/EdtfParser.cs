using System.Diagnostics.CodeAnalysis;

namespace Archive.Domain.Time;

/// <summary>
/// Parses EDTF as the Library of Congress published it on 4 February 2019 (a profile of ISO 8601-1 and 8601-2), levels 0, 1 and 2.
/// Effort is bounded: the text by <see cref="Edtf.MaxLength"/>, what it means by <see cref="Stretches.Limit"/>.
/// </summary>
internal static class EdtfParser
{
    private const string Alphabet = "0123456789-+:/.,[]{}?~%XYESTZ";

    public static bool TryParse(string text, [NotNullWhen(true)] out EdtfExpression? expression, [NotNullWhen(false)] out DateError? error)
    {
        var reader = new EdtfReader(text);
        expression = IsReadable(reader, text) ? Parse(reader) : null;
        error = reader.Error;
        if (error is not null)
            expression = null;
        return expression is not null;
    }

    private static bool IsReadable(EdtfReader reader, string text)
    {
        if (text.Length == 0)
            reader.Fail(0, "The date is empty; write at least a year, such as 2023.");
        else if (text.Length > Edtf.MaxLength)
            reader.Fail(Edtf.MaxLength, $"The date has more than {Edtf.MaxLength} characters.");
        else if (text.AsSpan().IndexOfAnyExcept(Alphabet) is var at and >= 0)
            reader.Fail(at, Stranger(text[at]));
        return reader.Error is null;
    }

    private static EdtfExpression? Parse(EdtfReader reader)
    {
        if (reader.Current is '[' or '{')
            return EdtfSetParser.Parse(reader);
        if (reader.IndexOf("/") is var slash and >= 0)
            return EdtfIntervalParser.Parse(reader, slash);
        return reader.IndexOf("T") >= 0 ? EdtfMomentParser.Parse(reader) : EdtfDateParser.Parse(reader);
    }

    private static string Stranger(char c) => c switch
    {
        ' ' => "EDTF has no spaces; leave it out.",
        'x' or 'u' or 'U' => "An unspecified digit is written X.",
        'y' or 'e' or 's' or 't' or 'z' => $"Letters are capitals in EDTF; write {char.ToUpperInvariant(c)}.",
        '(' or ')' => "EDTF groups without brackets; a mark to the right of a part applies to it and all parts to its left.",
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => "A hyphen is written '-' (U+002D).",
        _ when char.IsControl(c) || char.IsSurrogate(c) => $"U+{(int)c:X4} is not a character of EDTF.",
        _ => $"'{c}' (U+{(int)c:X4}) is not a character of EDTF.",
    };
}
