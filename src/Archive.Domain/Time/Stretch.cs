using System.Runtime.InteropServices;

namespace Archive.Domain.Time;

/// <summary>
/// A stretch of time in microseconds since 1970-01-01T00:00, local or UTC as its holder says: start inclusive, end exclusive,
/// null where there is no bound.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(Int128? Start, Int128? End)
{
    public static Stretch OfDays(Int128 firstDay, Int128 dayAfterLast) =>
        new(firstDay * GregorianDays.MicrosecondsPerDay, dayAfterLast * GregorianDays.MicrosecondsPerDay);

    public static Stretch OfYears(Int128 first, Int128 last) =>
        OfDays(GregorianDays.Number(first, 1, 1), GregorianDays.Number(last + 1, 1, 1));

    /// <summary>Whole months of, or around, a year; month 0 is December of the year before, month 13 January of the year after.</summary>
    public static Stretch OfMonths(Int128 year, int first, int last) =>
        OfDays(GregorianDays.Number(year, first, 1), GregorianDays.Number(year, last + 1, 1));
}
