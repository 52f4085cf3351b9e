using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Domain.Sources;

namespace Archive.Snapshots;

/// <summary>A source as it stood at a moment; of one that is withheld only its id and why.</summary>
/// <param name="Id">Id of the source.</param>
/// <param name="ShownTitle">Its title, a supplied one in square brackets.</param>
/// <param name="Description">What was known of it.</param>
/// <param name="Origin">The voice that it repeats.</param>
/// <param name="Reliability">Admiralty code A to F, where it was rated.</param>
/// <param name="MergedInto">The source under which it is found, where it was merged.</param>
/// <param name="Captures">Its copies that the archive holds and that are shown; absent where there are none.</param>
/// <param name="Erased">What of it was ordered to be destroyed, and what became of that, as it is now; absent where nothing was.</param>
/// <param name="ErasedEvents">Events of it whose words were erased; absent where there are none.</param>
/// <param name="Withheld">Why it is not shown; absent where it is.</param>
/// <param name="WithheldCaptures">Its copies that the archive holds and that are not shown.</param>
public sealed record SourceView(
    string Id,
    string? ShownTitle,
    SourceDescription? Description,
    SourceOrigin? Origin,
    Reliability? Reliability,
    string? MergedInto,
    ValueList<Capture>? Captures,
    ValueList<Erasure>? Erased = null,
    ValueList<ErasedWords>? ErasedEvents = null,
    Withheld? Withheld = null,
    IReadOnlyList<WithheldCapture>? WithheldCaptures = null)
{
    /// <summary>Whether the archive holds its bytes; where not, it is cited unseen. Absent where the source is withheld.</summary>
    public bool? Captured => Withheld is null ? Captures?.Any(capture => !IsErased(capture.Digest)) == true || WithheldCaptures is { Count: > 0 } : null;

    /// <summary>Whether its content is here.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(ShownTitle), nameof(Description))]
    [MemberNotNullWhen(false, nameof(Withheld))]
    public bool IsShown => Withheld is null;

    /// <summary>Whether the bytes of a capture are gone, or go as soon as that is carried out.</summary>
    public bool IsErased(string capture) => Erased?.Any(erasure => erasure.Capture == capture && erasure.IsInForce) == true;
}
