namespace Archive.Projection;

/// <param name="Generation">Number of the set of read models that answers from now on.</param>
/// <param name="Entries">Entries that were projected; every leaf hash equals the former one.</param>
public sealed record RebuildResult(int Generation, long Entries);
