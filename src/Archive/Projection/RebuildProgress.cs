namespace Archive.Projection;

/// <param name="Entries">Entries projected so far.</param>
/// <param name="Total">Entries that there were when the rebuild began.</param>
public sealed record RebuildProgress(long Entries, long Total);
