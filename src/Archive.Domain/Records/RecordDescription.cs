using Archive.Domain.Time;

namespace Archive.Domain.Records;

/// <summary>What a record is about.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">The happening in a few sentences.</param>
/// <param name="Occurred">When the happening took place.</param>
/// <param name="Places">Where: ids of places.</param>
/// <param name="Language">BCP 47 tag of title, summary and, unless they say otherwise, claims.</param>
/// <param name="Zone">IANA zone in which its dates are read unless they say otherwise.</param>
public sealed record RecordDescription(
    string Title, string? Summary, HistoricalDate? Occurred, ValueList<string> Places, string? Language, string? Zone)
{
    /// <summary>Equal but for what newer zone data or rules would derive from the same date.</summary>
    internal bool SaysTheSameAs(RecordDescription other) =>
        this with { Occurred = null } == other with { Occurred = null } && HistoricalDate.SayTheSame(Occurred, other.Occurred);
}
