namespace Archive.Domain.Time;

/// <summary>Parses one date: four-digit year with month or sub-year grouping and day, and hands years of other forms on.</summary>
internal static class EdtfDateParser
{
    public static EdtfDate? Parse(EdtfReader reader)
    {
        if (reader.IndexOf("T") is var time and >= 0)
            reader.Fail(time, "A time of day stands only in a single date, not in an interval or a set.");
        if (reader.IndexOf("..") is var dots and >= 0)
            reader.Fail(dots, "'..' stands alone on one side of an interval, or in a set.");
        if (reader.Error is not null)
            return null;

        var marks = new EdtfMarks();
        marks.Left(reader);
        if (reader.Current == 'Y')
            return EdtfYearParser.ParseLong(reader, marks);
        var negative = reader.Take('-');
        var yearAt = reader.Position;
        var digits = reader.TakeWhile(IsDigitOrUnspecified);
        if (!CheckYear(reader, yearAt, digits, negative))
            return null;
        var year = new DigitPattern(digits);
        if (reader.Current == 'S')
            return EdtfYearParser.ParseSignificant(reader, marks, year, negative, yearAt);
        marks.Right(reader);

        var month = ParsePart(reader, marks, "month");
        if (month is { Digits: { HasUnspecified: false, Value: >= SubYearGrouping.First and <= SubYearGrouping.Last } code })
            return ParseSubYear(reader, marks, new(negative, year, null, null), code.Value);
        var day = month is null ? null : ParsePart(reader, marks, "day");
        if (reader.Error is null && !reader.AtEnd)
            reader.FailUnexpected(Instead(reader));
        return reader.Error is null ? Build(reader, marks, new(negative, year, month?.Digits, day?.Digits), month?.At ?? 0, day?.At ?? 0) : null;
    }

    private static CalendarDate? Build(EdtfReader reader, EdtfMarks marks, CalendarPattern pattern, int monthAt, int dayAt)
    {
        if (pattern.MonthProblem() is { } noMonth)
            reader.Fail(monthAt, noMonth);
        else if (pattern.DayProblem() is { } noDay)
            reader.Fail(dayAt, noDay);
        else if (pattern.Meaning() is not { } meaning)
            reader.Fail(dayAt, "No year and month that this date can mean has such a day; check leap years and the lengths of months.");
        else
            return new(Level(marks, pattern), marks.All, Precision(pattern), pattern) { Meaning = meaning };
        return null;
    }

    private static SubYear? ParseSubYear(EdtfReader reader, EdtfMarks marks, CalendarPattern yearOnly, int code)
    {
        if (reader.AtEnd)
        {
            var level = yearOnly.Year.HasUnspecified || code > SubYearGrouping.LastOfLevel1 ? 2 : 1;
            return new(Math.Max(level, marks.Level), marks.All) { Meaning = SubYearGrouping.Meaning(yearOnly.Years(), code) };
        }

        reader.FailUnexpected($"{code} is a season or another part of a year, which has no days, so that the date ends with it");
        return null;
    }

    private static DatePrecision Precision(CalendarPattern pattern) => (pattern.Month, pattern.Day) switch
    {
        (null, _) => DatePrecision.Year,
        (_, null) => DatePrecision.Month,
        _ => DatePrecision.Day,
    };

    private static int Level(EdtfMarks marks, CalendarPattern pattern) =>
        Math.Max(marks.Level, Math.Max(pattern.Negative ? 1 : 0, UnspecifiedLevel(pattern)));

    private static Part? ParsePart(EdtfReader reader, EdtfMarks marks, string name)
    {
        if (reader.Error is not null || !reader.Take('-'))
            return null;
        marks.Left(reader);
        var at = reader.Position;
        var digits = reader.TakeWhile(IsDigitOrUnspecified);
        if (digits.Length != 2)
        {
            reader.Fail(at, $"A {name} has two digits, such as 04, or X for a digit that is not specified.");
            return null;
        }

        marks.Right(reader);
        return new(new(digits), at);
    }

    private static bool CheckYear(EdtfReader reader, int at, string digits, bool negative)
    {
        if (digits.Length == 0)
            reader.FailUnexpected("a date starts with a year of four digits");
        else if (digits.Length == 2)
            reader.Fail(at, $"A year has four digits; for a century write {digits}XX.");
        else if (digits.Length == 3)
            reader.Fail(at, $"A year has four digits; for a decade write {digits}X.");
        else if (digits.Length == 8 && !digits.Contains('X', StringComparison.Ordinal))
            reader.Fail(at, $"Hyphens stand between year, month and day; write {digits[..4]}-{digits[4..6]}-{digits[6..]}.");
        else if (digits.Length != 4)
            reader.Fail(at, "A year has four digits; a longer one starts with Y, such as Y17000.");
        else if (negative && string.Equals(digits, "0000", StringComparison.Ordinal))
            reader.Fail(at, "There is no year -0000; the year 0 is 0000.");
        return reader.Error is null;
    }

    private static int UnspecifiedLevel(CalendarPattern pattern)
    {
        if (!pattern.HasUnspecified)
            return 0;
        if (pattern.Month is not { } month)
            return pattern.Year.Text.AsSpan(0, 2).Contains('X') || pattern.Year.Text is [_, _, 'X', not 'X'] ? 2 : 1;
        var rightmostOnly = !pattern.Year.HasUnspecified
            && (pattern.Day is not { } day ? month.IsWhollyUnspecified : day.IsWhollyUnspecified && (month.IsWhollyUnspecified || !month.HasUnspecified));
        return rightmostOnly ? 1 : 2;
    }

    private static string Instead(EdtfReader reader) => reader.Current switch
    {
        '?' or '~' or '%' => "one mark stands on each side of a part, and ? with ~ is written %",
        'S' or 'E' => "significant digits and exponents follow a year that stands alone",
        '-' => "a date ends with its day",
        _ => "a date is written year-month-day, year-month or year",
    };

    private static bool IsDigitOrUnspecified(char c) => char.IsAsciiDigit(c) || c == 'X';

    /// <summary>A component and the index of its first digit.</summary>
    private sealed record Part(DigitPattern Digits, int At);
}
