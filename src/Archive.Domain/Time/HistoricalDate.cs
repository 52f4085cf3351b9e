using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>
/// When something happened or was published, as far as it is known: an EDTF string (Library of Congress 2019, ISO 8601-2) kept as written,
/// words on the time of day, a zone, and the bounds that were derived from them when the date was recorded. It is never sharpened: the bounds
/// contain every instant that the words can mean. The marks <c>?</c> and <c>~</c> are flags and do not widen them.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HistoricalDate
{
    /// <summary>The version of the rules in docs/historical-dates.md, stored with every date; raised when any bound would come out otherwise.</summary>
    public const int RulesVersion = 1;

    [JsonConstructor]
    private HistoricalDate(string edtf, string? clock, string zone, DateBounds bounds, bool uncertain = false, bool approximate = false)
    {
        if (string.IsNullOrEmpty(edtf) || string.IsNullOrEmpty(zone) || bounds is null)
            throw new JsonException("A historical date has an EDTF string, a zone and bounds.");
        Edtf = edtf;
        Clock = clock;
        Zone = zone;
        Bounds = bounds;
        Uncertain = uncertain;
        Approximate = approximate;
    }

    /// <summary>The EDTF string, as written.</summary>
    [JsonPropertyName("edtf")]
    public string Edtf { get; }

    /// <summary>Words on the time of day, as written: at most 200 characters, no control characters.</summary>
    [JsonPropertyName("clock"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Clock { get; }

    /// <summary>The IANA zone in which days and clock times were meant; <c>UTC</c> where nothing else was said.</summary>
    [JsonPropertyName("zone")]
    public string Zone { get; }

    [JsonPropertyName("bounds")]
    public DateBounds Bounds { get; }

    /// <summary>Whether any part is marked <c>?</c> or <c>%</c>.</summary>
    [JsonPropertyName("uncertain"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Uncertain { get; }

    /// <summary>Whether any part is marked <c>~</c> or <c>%</c>.</summary>
    [JsonPropertyName("approximate"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Approximate { get; }

    /// <summary>From the earliest to the latest instant that the date can mean.</summary>
    [JsonIgnore]
    public BoundInterval Hull => Bounds.Hull;

    /// <summary>Parses a date and derives its bounds.</summary>
    /// <param name="edtf">An EDTF string of at most <see cref="Time.Edtf.MaxLength"/> characters.</param>
    /// <param name="clock">Words on the time of day. Exactly a part of the day, or an exact time, they narrow a single complete day; else they are only kept.</param>
    /// <param name="zone">An IANA zone id; null for UTC. An offset in the string or in an exact clock time wins over it.</param>
    public static bool TryDerive(
        string edtf, string? clock, string? zone, [NotNullWhen(true)] out HistoricalDate? date, [NotNullWhen(false)] out DateError? error)
    {
        ArgumentNullException.ThrowIfNull(edtf);
        if (DerivedDates.TryFind(edtf, clock, zone, out date))
        {
            error = null;
            return true;
        }

        if (!EdtfParser.TryParse(edtf, out var expression, out error) || !TimeZones.TryFind(zone, out var local, out error))
            return false;
        if (clock is not null && ClockWords.Problem(clock) is { } problem)
        {
            error = problem;
            return false;
        }

        date = new(
            edtf,
            clock,
            zone ?? TimeZones.Utc,
            DateDerivation.Bounds(expression, clock, local),
            expression.Qualification.HasFlag(Qualification.Uncertain),
            expression.Qualification.HasFlag(Qualification.Approximate));
        DerivedDates.Remember(zone, date);
        return true;
    }

    /// <summary>Whether two dates were written alike: equal but for what newer zone data or rules would derive from them.</summary>
    public static bool SayTheSame(HistoricalDate? a, HistoricalDate? b) => (a?.Edtf, a?.Clock, a?.Zone) == (b?.Edtf, b?.Clock, b?.Zone);

    /// <summary>Whether the date lies in the asked time whatever it means. One-of: every interval does; all-of: some member does. An unbounded interval never does.</summary>
    public bool Certainly(DateQuestion q)
    {
        ArgumentNullException.ThrowIfNull(q);
        bool Inside(BoundInterval interval) => q.Intervals.Any(interval.IsCertainlyInside);
        return Bounds.Mode == BoundsMode.AllOf ? Bounds.Intervals.Any(Inside) : Bounds.Intervals.All(Inside);
    }

    /// <summary>Whether the date can lie in the asked time: some interval has an instant in common with it.</summary>
    public bool Possibly(DateQuestion q)
    {
        ArgumentNullException.ThrowIfNull(q);
        return Bounds.Intervals.Any(interval => q.Intervals.Any(interval.Overlaps));
    }

    /// <summary>
    /// Orders by start, open starts first, then by end, open ends last; no date comes after all dates. Equal bounds compare as 0 and are
    /// for the caller to order by the first entry.
    /// </summary>
    public static int CompareForSorting(HistoricalDate? a, HistoricalDate? b)
    {
        if (a is null || b is null)
            return (a is null).CompareTo(b is null);
        return BoundInterval.Compare(a.Hull, b.Hull);
    }
}
