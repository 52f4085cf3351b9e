using Archive.Domain.Claims;
using Archive.Ledger;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.Provenance;

/// <summary>An entry on a trail: which event it is, who recorded it and when, why as far as they said, and the hash that proves it.</summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Type">Stored name of the event.</param>
/// <param name="Stream">The stream that it stands in.</param>
/// <param name="Revision">Its revision there, from 0.</param>
/// <param name="Actor">Opaque id of whoever did it.</param>
/// <param name="EventId">Id of the event.</param>
/// <param name="Command">Id of the command that it came from.</param>
/// <param name="LeafHash">RFC 9162 hash of its leaf, lower-case hex.</param>
/// <param name="Reason">From the closed list of its kind, where it has one.</param>
/// <param name="Fault">Whose error a correction mends.</param>
/// <param name="Words">The editor's explanation.</param>
/// <param name="Notice">What readers were told.</param>
/// <param name="Decided">The editor's own date, in EDTF.</param>
public sealed record TrailEvent(
    long Entry,
    DateTimeOffset RecordedAt,
    string Type,
    string Stream,
    long Revision,
    string Actor,
    Guid EventId,
    Guid Command,
    string LeafHash,
    string? Reason,
    Fault? Fault,
    string? Words,
    string? Notice,
    string? Decided)
{
    /// <summary>The administrator who acted as the actor; absent where the actor did it themselves.</summary>
    public string? Through { get; init; }

    /// <summary>Why the event's words are gone; absent where they are not.</summary>
    public EntryErasure? Erased { get; init; }

    /// <summary>Everybody who had a part in it.</summary>
    internal IEnumerable<string> Actors => Through is null ? [Actor] : [Actor, Through];

    internal static TrailEvent Of(EventView entry, Change? change) => new(
        entry.Entry, entry.RecordedAt, entry.Type, entry.Stream, entry.Revision, entry.Actor, entry.EventId, entry.Command, entry.LeafHash,
        change?.Reason, change?.Fault, change?.Words, change?.Notice, change?.Decided)
    {
        Through = entry.Through,
        Erased = entry.Erased,
    };
}
