using Archive.EventLog;

namespace Archive.LogCopies;

/// <summary>An event of a log with its entry.</summary>
/// <param name="Entry">Its number in the ledger.</param>
/// <param name="Logged">The event.</param>
/// <param name="LeafHash">Leaf hash of its entry, lower-case hex.</param>
internal sealed record NumberedEvent(long Entry, LoggedEvent Logged, string LeafHash);
