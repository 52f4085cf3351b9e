using Archive.Domain.Ledger.Notes;

namespace Archive.Ledger;

/// <summary>A checkpoint that the ledger signed, as it is kept.</summary>
/// <param name="Checkpoint">What was signed.</param>
/// <param name="Note">With its signatures; those of witnesses are added later.</param>
/// <param name="SignedAt">When, by the clock of the node that signed.</param>
internal sealed record KeptCheckpoint(Checkpoint Checkpoint, SignedNote Note, DateTimeOffset SignedAt);
