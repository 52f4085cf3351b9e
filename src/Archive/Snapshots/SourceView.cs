using System.Text.Json.Serialization;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Domain.Sources;

namespace Archive.Snapshots;

/// <summary>A source as it stood at a moment.</summary>
/// <param name="Id">Id of the source.</param>
/// <param name="ShownTitle">Its title, a supplied one in square brackets.</param>
/// <param name="Description">What was known of it.</param>
/// <param name="Origin">The voice that it repeats.</param>
/// <param name="Reliability">Admiralty code A to F, where it was rated.</param>
/// <param name="MergedInto">The source under which it is found, where it was merged.</param>
/// <param name="Captures">Its copies that the archive holds.</param>
/// <param name="Erased">What was erased of the events that made it so; absent where nothing was.</param>
public sealed record SourceView(
    string Id,
    string ShownTitle,
    SourceDescription Description,
    SourceOrigin? Origin,
    Reliability? Reliability,
    string? MergedInto,
    ValueList<Capture> Captures,
    ValueList<Erasure>? Erased = null)
{
    /// <summary>Whether the archive holds its bytes; where not, it is cited unseen.</summary>
    [JsonIgnore]
    public bool Captured => Captures.Count > 0;
}
