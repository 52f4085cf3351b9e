namespace Archive.Projection;

/// <summary>How far the ledger is signed.</summary>
/// <param name="Size">The number of the last entry that a checkpoint covers.</param>
/// <param name="SignedAt">When that was signed.</param>
public sealed record CheckpointStatus(long Size, DateTimeOffset SignedAt);
