using Archive.Ledger;

namespace Archive.Snapshots;

/// <summary>An entry of the ledger: which event it is, when and by whom it was recorded, the hash that proves it, and
/// whether its words were erased.</summary>
public sealed record EventView(
    long Entry,
    DateTimeOffset RecordedAt,
    string Type,
    string Stream,
    long Revision,
    string Actor,
    Guid EventId,
    Guid Command,
    string LeafHash,
    EntryErasure? Erased = null);
