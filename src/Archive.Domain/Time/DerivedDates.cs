using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Archive.Domain.Time;

/// <summary>
/// Dates that were derived lately. What a date means never changes while a process runs, and the same few days are written again and again: each is
/// asked for when its shape is checked, when it is decided on, and for the next claim of the same day.
/// </summary>
internal static class DerivedDates
{
    private const int Most = 4_096;

    /// <summary>One with more is rare, and may have a thousand.</summary>
    private const int MostIntervals = 4;

    private static readonly ConcurrentDictionary<(string Edtf, string? Clock, string? Zone), HistoricalDate> Known = new();

    public static bool TryFind(string edtf, string? clock, string? zone, [NotNullWhen(true)] out HistoricalDate? date) =>
        Known.TryGetValue((edtf, clock, zone), out date);

    /// <param name="zone">As it was asked for; null is another question than UTC, with the same answer.</param>
    /// <param name="date">The date.</param>
    public static void Remember(string? zone, HistoricalDate date)
    {
        if (date.Bounds.Intervals.Count > MostIntervals)
            return;
        if (Known.Count >= Most)
            Known.Clear();
        Known[(date.Edtf, date.Clock, zone)] = date;
    }
}
