using System.Diagnostics.CodeAnalysis;

namespace Archive.Domain.Time;

/// <summary>A time that is asked about: an EDTF date or interval in a zone. Its marks are ignored; an open or unknown end is no bound.</summary>
public sealed record DateQuestion
{
    private DateQuestion(string edtf, string zone, IReadOnlyList<BoundInterval> intervals)
    {
        Edtf = edtf;
        Zone = zone;
        Intervals = intervals;
    }

    /// <summary>The EDTF string, as asked.</summary>
    public string Edtf { get; }

    /// <summary>The IANA zone of the question; <c>UTC</c> where nothing else was said.</summary>
    public string Zone { get; }

    /// <summary>The asked time in UTC: sorted, disjoint, more than one for a date such as <c>156X-12-25</c>.</summary>
    public IReadOnlyList<BoundInterval> Intervals { get; }

    /// <summary>From the first to the last asked instant.</summary>
    public BoundInterval Hull => new(Intervals[0].Earliest, Intervals[^1].Latest);

    /// <summary>Reads a question. Sets are refused, and dates that mean too many separate times to be answered exactly.</summary>
    public static bool TryParse(
        string edtf, string? zone, [NotNullWhen(true)] out DateQuestion? question, [NotNullWhen(false)] out DateError? error)
    {
        ArgumentNullException.ThrowIfNull(edtf);
        question = null;
        if (!EdtfParser.TryParse(edtf, out var expression, out error) || !TimeZones.TryFind(zone, out var local, out error))
            return false;
        if (expression is EdtfSet)
            error = new("edtf", 1, "A question is one date or interval, not a set; ask once for each member.");
        else if (expression is EdtfDate { Meaning.Exact: false })
            error = new("edtf", 1, "This date means too many separate times to be asked for; specify more of its digits.");
        else
            question = new(edtf, zone ?? TimeZones.Utc, DateDerivation.Bounds(expression, clock: null, local).Intervals);
        return question is not null;
    }

    public bool Equals(DateQuestion? other) =>
        other is not null
        && string.Equals(Edtf, other.Edtf, StringComparison.Ordinal)
        && string.Equals(Zone, other.Zone, StringComparison.Ordinal)
        && Intervals.SequenceEqual(other.Intervals);

    public override int GetHashCode() => HashCode.Combine(Edtf, Zone, Intervals.Count);
}
