using Archive.Cli.Display;
using Archive.Domain.Time;

namespace Archive.Cli.Sheets;

/// <summary>A historical date as it was written, with its zone; what is uncertain or approximate says so.</summary>
internal static class DateText
{
    public static Line Of(HistoricalDate? date)
    {
        if (date is null)
            return Line.Of("undated", Tone.Quiet);
        var words = new List<string> { date.Edtf };
        if (date.Clock is not null)
            words.Add(date.Clock);
        if (!SaysItsOffset(date.Edtf))
            words.Add(date.Zone);
        var doubt = (date.Uncertain, date.Approximate) switch
        {
            (true, true) => " (uncertain, approximate)",
            (true, false) => " (uncertain)",
            (false, true) => " (approximate)",
            _ => "",
        };
        return [string.Join(' ', words), new Span(doubt, Tone.Caution)];
    }

    /// <summary>The instants between which it lies, UTC.</summary>
    public static Line BoundsOf(HistoricalDate date) =>
        Line.Of(string.Join(date.Bounds.Mode == BoundsMode.AllOf ? "; and " : "; or ", date.Bounds.Intervals.Select(Of)), Tone.Quiet);

    public static string Of(BoundInterval interval) =>
        $"from {interval.Earliest?.ToString() ?? "open"} until before {interval.Latest?.ToString() ?? "open"}";

    /// <summary>An offset or Z behind a clock time in the string wins over the zone.</summary>
    private static bool SaysItsOffset(string edtf)
    {
        var time = edtf.IndexOf('T', StringComparison.Ordinal);
        return time >= 0 && (edtf[time..].Contains('Z', StringComparison.Ordinal) || edtf.AsSpan(time).ContainsAny('+', '-'));
    }
}
