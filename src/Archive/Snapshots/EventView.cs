using Archive.Ledger;

namespace Archive.Snapshots;

/// <summary>An entry of the ledger: which event it is, when and by whom it was recorded, and the hash that proves it.</summary>
public sealed record EventView(
    long Entry,
    DateTimeOffset RecordedAt,
    string Type,
    string Stream,
    long Revision,
    string Actor,
    Guid EventId,
    Guid Command,
    string LeafHash)
{
    /// <summary>The administrator who acted as the actor; absent where the actor did it themselves.</summary>
    public string? Through { get; init; }

    /// <summary>Why the event's words are gone; absent where they are not.</summary>
    public EntryErasure? Erased { get; init; }

    /// <summary>Everybody who had a part in it.</summary>
    internal IEnumerable<string> Actors => Through is null ? [Actor] : [Actor, Through];
}
