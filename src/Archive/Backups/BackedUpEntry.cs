namespace Archive.Backups;

/// <summary>The last entry of a backup.</summary>
/// <param name="Number">Its number in the ledger.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="EventId">Its event.</param>
/// <param name="LeafHash">Its leaf hash, lower-case hex.</param>
public sealed record BackedUpEntry(long Number, DateTimeOffset RecordedAt, Guid EventId, string LeafHash);
