namespace Archive.EventLog;

/// <summary>
/// A log that another goes on from because entries were lost: what is as of an entry up to the last that both have keeps the former name, so
/// that an answer given once never changes.
/// </summary>
/// <param name="Name">Its log name.</param>
/// <param name="LastEntry">The last entry that both logs have; 0 where they have none.</param>
/// <param name="LeafHash">Leaf hash of that entry.</param>
public sealed record LogPredecessor(string Name, long LastEntry, string? LeafHash);
