using System.Globalization;

namespace Archive.Domain.Ledger;

/// <summary>
/// Instants as the ledger has them: UTC, whole microseconds (what PostgreSQL keeps), written in one form only, the RFC 3339 form with exactly six
/// fractional digits and Z: <c>2026-11-24T01:02:03.000004Z</c>. Years 0001 to 9999; no leap seconds.
/// </summary>
public static class RecordedTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Two entries are at least this far apart.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMicroseconds(1);

    /// <summary>The instant in UTC, without what is less than a microsecond. Never later than what was given.</summary>
    public static DateTimeOffset TruncateToMicroseconds(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>Truncates, then writes.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">Any other form, or no such instant.</exception>
    public static DateTimeOffset Parse(string text) =>
        TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is not a time such as 2026-11-24T01:02:03.000004Z.");

    public static bool TryParse(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    /// <summary>
    /// When an event counts as recorded: max(previous + 1 µs, appendedAt), so that recorded times strictly increase with the entry number even
    /// where the archive's clock stood still or went back.
    /// </summary>
    /// <param name="previous">The recorded time of the entry before; null for entry 1.</param>
    /// <param name="appendedAt">The append's own time; truncated to microseconds here, as it should have been before the append.</param>
    /// <exception cref="ArgumentOutOfRangeException">The next time would be after the year 9999.</exception>
    public static DateTimeOffset Next(DateTimeOffset? previous, DateTimeOffset appendedAt)
    {
        var appended = TruncateToMicroseconds(appendedAt);
        if (previous is not { } before) return appended;
        var earliest = TruncateToMicroseconds(before) + Step;
        return appended > earliest ? appended : earliest;
    }
}
