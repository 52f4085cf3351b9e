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
/// <param name="Captures">Its copies that the archive holds; absent where there are none.</param>
/// <param name="ErasedEvents">Events of it whose words were erased; absent where there are none.</param>
public sealed record SourceView(
    string Id,
    string ShownTitle,
    SourceDescription Description,
    SourceOrigin? Origin,
    Reliability? Reliability,
    string? MergedInto,
    ValueList<Capture>? Captures,
    ValueList<ErasedWords>? ErasedEvents = null)
{
    /// <summary>Whether the archive holds its bytes; where not, it is cited unseen.</summary>
    public bool Captured => Captures is { Count: > 0 };
}
