using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>
/// What was derived from a historical date when it was recorded, in UTC, and never again: readers need neither zone data nor an EDTF parser.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DateBounds
{
    /// <summary>Rebuilds stored bounds.</summary>
    /// <exception cref="JsonException">A member is missing, there is no interval, one is empty, or they are out of order.</exception>
    [JsonConstructor]
    public DateBounds(BoundsMode mode, IReadOnlyList<BoundInterval> intervals, int rules, string zones)
    {
        if (intervals is not { Count: > 0 } || intervals.Any(i => i is null || i.IsEmpty))
            throw new JsonException("Bounds have at least one interval, and no empty one.");
        if (intervals.Zip(intervals.Skip(1), BoundInterval.Compare).Any(order => order > 0))
            throw new JsonException("The intervals of bounds are sorted by their start.");
        if (mode == BoundsMode.OneOf && intervals.Zip(intervals.Skip(1), Touch).Any(touch => touch))
            throw new JsonException("The intervals of one-of bounds do not touch each other.");
        if (mode is not (BoundsMode.OneOf or BoundsMode.AllOf) || rules < 1 || string.IsNullOrEmpty(zones))
            throw new JsonException("Bounds have a mode, and name the versions of the rules and of the zone data that they were derived with.");
        Mode = mode;
        Intervals = intervals;
        Rules = rules;
        Zones = zones;
        Hull = new(intervals[0].Earliest, intervals.Select(i => i.Latest).Aggregate((a, b) => a is null || b is null ? null : a > b ? a : b));
    }

    [JsonPropertyName("mode")]
    public BoundsMode Mode { get; }

    /// <summary>
    /// Sorted by start, then end. Of a one-of date they are disjoint and do not touch; of an all-of date each is the hull of one member, and
    /// members may overlap (<c>{1960,1960-05}</c>).
    /// </summary>
    [JsonPropertyName("intervals")]
    public IReadOnlyList<BoundInterval> Intervals { get; }

    /// <summary>The version of the rules by which the bounds were derived, see <see cref="HistoricalDate.RulesVersion"/>.</summary>
    [JsonPropertyName("rules")]
    public int Rules { get; }

    /// <summary>The version of the IANA zone data, such as <c>2025b</c>.</summary>
    [JsonPropertyName("zones")]
    public string Zones { get; }

    /// <summary>From the earliest start to the latest end of all intervals.</summary>
    [JsonIgnore]
    public BoundInterval Hull { get; }

    public bool Equals(DateBounds? other) =>
        other is not null && Mode == other.Mode && Rules == other.Rules
        && string.Equals(Zones, other.Zones, StringComparison.Ordinal) && Intervals.SequenceEqual(other.Intervals);

    public override int GetHashCode() => HashCode.Combine(Mode, Rules, Zones, Intervals.Count, Hull);

    private static bool Touch(BoundInterval a, BoundInterval b) => a.Latest is not { } end || b.Earliest is not { } start || start <= end;
}
