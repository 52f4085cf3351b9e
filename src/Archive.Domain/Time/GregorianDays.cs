namespace Archive.Domain.Time;

/// <summary>
/// The proleptic Gregorian calendar of ISO 8601 (year 0000 exists) for years of any size, as day numbers counted from 1970-01-01 = 0.
/// </summary>
internal static class GregorianDays
{
    public const long MicrosecondsPerSecond = 1_000_000;
    public const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;

    private const int DaysPer400Years = 146_097;
    private const int DaysFromMarchOfYear0To1970 = 719_468;

    public static bool IsLeap(Int128 year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>Days of a month; <paramref name="month"/> from 1 to 12.</summary>
    public static int DaysInMonth(Int128 year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>The number of a day. Months run over year ends: month 13 is January of the next year, month 0 December of the one before.</summary>
    public static Int128 Number(Int128 year, int month, int day)
    {
        var monthsFromMarch = year * 12 + month - 3;
        var (marchYear, monthOfMarchYear) = Floor(monthsFromMarch, 12);
        var (era, yearOfEra) = Floor(marchYear, 400);
        var dayOfYear = (153 * monthOfMarchYear + 2) / 5 + day - 1;
        return era * DaysPer400Years + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DaysFromMarchOfYear0To1970;
    }

    /// <summary>The date of a day number: the inverse of <see cref="Number"/> for months 1 to 12.</summary>
    public static (Int128 Year, int Month, int Day) Date(Int128 number)
    {
        var (era, dayOfEra) = Floor(number + DaysFromMarchOfYear0To1970, DaysPer400Years);
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
        var month = (int)(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
    }

    /// <summary>Division towards minus infinity, with a remainder that is never negative.</summary>
    public static (Int128 Quotient, Int128 Remainder) Floor(Int128 value, Int128 divisor)
    {
        var (quotient, remainder) = Int128.DivRem(value, divisor);
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder);
    }
}
