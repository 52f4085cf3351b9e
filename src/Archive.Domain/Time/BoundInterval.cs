using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>A stretch of UTC time in which a date lies: start inclusive, end exclusive, never empty.</summary>
/// <param name="Earliest">The first instant; absent when nothing bounds the start.</param>
/// <param name="Latest">The first instant after it; absent when nothing bounds the end.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BoundInterval(
    [property: JsonPropertyName("earliest"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BoundInstant? Earliest = null,
    [property: JsonPropertyName("latest"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BoundInstant? Latest = null)
{
    /// <summary>Whether the two have an instant in common.</summary>
    public bool Overlaps(BoundInterval other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return StartsBeforeEndOf(this, other) && StartsBeforeEndOf(other, this);
    }

    /// <summary>Whether this one is bounded on both sides and lies wholly within the other, which may be unbounded.</summary>
    public bool IsCertainlyInside(BoundInterval other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Earliest is { } earliest && Latest is { } latest
            && (other.Earliest is not { } from || from <= earliest)
            && (other.Latest is not { } to || latest <= to);
    }

    internal static BoundInterval From(Stretch utc) =>
        new(utc.Start is { } start ? new BoundInstant(start) : null, utc.End is { } end ? new BoundInstant(end) : null);

    internal bool IsEmpty => Earliest is { } earliest && Latest is { } latest && earliest >= latest;

    /// <summary>Open starts first, then by start; then by end, open ends last.</summary>
    internal static int Compare(BoundInterval a, BoundInterval b)
    {
        var byStart = Nullable.Compare(a.Earliest, b.Earliest);
        if (byStart != 0)
            return byStart;
        if (a.Latest is not { } x || b.Latest is not { } y)
            return (a.Latest is null).CompareTo(b.Latest is null);
        return x.CompareTo(y);
    }

    private static bool StartsBeforeEndOf(BoundInterval a, BoundInterval b) =>
        a.Earliest is not { } start || b.Latest is not { } end || start < end;
}
