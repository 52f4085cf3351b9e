using System.Globalization;

namespace Archive.Domain.Time;

/// <summary>Parses years that stand alone: <c>Y170000002</c>, <c>Y-17E7</c>, and any year with significant digits (<c>1950S2</c>).</summary>
internal static class EdtfYearParser
{
    private const int MostDigits = 18;

    public static YearRange? ParseLong(EdtfReader reader, EdtfMarks marks)
    {
        reader.Take('Y');
        var negative = reader.Take('-');
        var at = reader.Position;
        var digits = reader.TakeWhile(char.IsAsciiDigit);
        var level = 1;
        if (digits.Length == 0 || reader.Current == 'X')
            reader.FailUnexpected("after Y stand the digits of a year, all specified");
        else if (digits[0] == '0')
            reader.Fail(at, "A year after Y does not start with 0.");
        else if (reader.Take('E'))
        {
            level = 2;
            digits = AppendZeros(reader, digits);
        }

        if (reader.Error is not null)
            return null;
        if (digits.Length > MostDigits)
            reader.Fail(at, $"The year has more than {MostDigits} digits, which is beyond what this archive computes with.");
        else if (digits.Length <= 4)
            reader.Fail(at, $"Y stands only before years of more than four digits; write {(negative ? "-" : "")}{digits.PadLeft(4, '0')}.");
        if (reader.Error is not null)
            return null;
        if (reader.Current == 'S')
            return ParseSignificant(reader, marks, new(digits), negative, at);
        return Finish(reader, marks, level, digits, digits, negative);
    }

    /// <summary>Reads <c>S</c> and a count: all digits of the year after so many, as written with leading zeros, may be any.</summary>
    public static YearRange? ParseSignificant(EdtfReader reader, EdtfMarks marks, DigitPattern year, bool negative, int yearAt)
    {
        reader.Take('S');
        var at = reader.Position;
        var text = reader.TakeWhile(char.IsAsciiDigit);
        if (year.HasUnspecified)
            reader.Fail(yearAt, "A year has significant digits or unspecified ones, not both.");
        else if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0 || count > year.Text.Length)
            reader.Fail(at, $"After S stands the number of significant digits, from 1 to the {year.Text.Length} of the year.");
        else
            return Finish(reader, marks, 2, year.Text[..count].PadRight(year.Text.Length, '0'), year.Text[..count].PadRight(year.Text.Length, '9'), negative);
        return null;
    }

    private static string AppendZeros(EdtfReader reader, string digits)
    {
        var at = reader.Position;
        var text = reader.TakeWhile(char.IsAsciiDigit);
        if (text.Length == 0 || text[0] == '0')
            reader.Fail(at, "After E stands a power of ten, from 1 upwards, without leading zeros.");
        else if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var power) || power > MostDigits - digits.Length)
            reader.Fail(at, $"The year has more than {MostDigits} digits, which is beyond what this archive computes with.");
        else
            return digits + new string('0', power);
        return digits;
    }

    private static YearRange? Finish(EdtfReader reader, EdtfMarks marks, int level, string least, string most, bool negative)
    {
        marks.Right(reader);
        if (!reader.AtEnd)
        {
            reader.FailUnexpected("a year of this form stands alone, without month and day");
            return null;
        }

        var small = Int128.Parse(least, NumberStyles.None, CultureInfo.InvariantCulture);
        var large = Int128.Parse(most, NumberStyles.None, CultureInfo.InvariantCulture);
        var (first, last) = negative ? (-large, -small) : (small, large);
        return new(Math.Max(level, marks.Level), marks.All, first, last) { Meaning = Stretches.Of(Stretch.OfYears(first, last)) };
    }
}
