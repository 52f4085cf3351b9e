namespace Archive.Backups;

/// <summary>A kept checkpoint: a line of <c>checkpoints.ndjson.gz</c>.</summary>
/// <param name="Note">The signed note, with whatever witnesses added.</param>
/// <param name="SignedAt">When it was signed.</param>
internal sealed record BackedUpCheckpoint(string Note, DateTimeOffset SignedAt);
