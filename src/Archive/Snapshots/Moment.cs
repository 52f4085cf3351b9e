namespace Archive.Snapshots;

/// <summary>The point in the archive's history that an answer is as of.</summary>
/// <param name="Log">The log name.</param>
/// <param name="Entry">Number of the last entry that the answer knows of; 0 before the first.</param>
/// <param name="RecordedAt">When that entry was recorded; absent before the first.</param>
/// <param name="Final">
/// The same question will always get this answer. False, provisional, where the question was for a time later than the ledger's head or for
/// how things stand: ask for the entry to pin it.
/// </param>
public sealed record Moment(string Log, long Entry, DateTimeOffset? RecordedAt, bool Final);
