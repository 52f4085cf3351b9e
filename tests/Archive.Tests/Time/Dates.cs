using Archive.Domain.Time;

namespace Archive.Tests.Time;

/// <summary>Short ways to derive dates and to name bounds as <c>2023-03-19T21:00/2023-03-20T21:00 | ../2024-01-01</c>.</summary>
internal static class Dates
{
    public static HistoricalDate Derive(string edtf, string? clock = null, string? zone = null)
    {
        HistoricalDate.TryDerive(edtf, clock, zone, out var date, out var error).ShouldBeTrue($"{edtf}: {error}");
        return date!;
    }

    public static DateError Refuse(string edtf, string? clock = null, string? zone = null)
    {
        HistoricalDate.TryDerive(edtf, clock, zone, out _, out var error).ShouldBeFalse(edtf);
        return error!;
    }

    public static DateQuestion Ask(string edtf, string? zone = null)
    {
        DateQuestion.TryParse(edtf, zone, out var question, out var error).ShouldBeTrue($"{edtf}: {error}");
        return question!;
    }

    public static string Text(this DateBounds bounds) => string.Join(" | ", bounds.Intervals.Select(i => $"{Side(i.Earliest)}/{Side(i.Latest)}"));

    private static string Side(BoundInstant? bound)
    {
        var text = bound?.ToString().Replace(".000000Z", "", StringComparison.Ordinal) ?? "..";
        if (text.EndsWith("T00:00:00", StringComparison.Ordinal))
            return text[..^9];
        return text.EndsWith(":00", StringComparison.Ordinal) ? text[..^3] : text;
    }
}
