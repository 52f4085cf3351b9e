namespace Archive.Ledger;

/// <param name="Log">The log name.</param>
/// <param name="Keys">Its keys, the first first, and those of the log names that it had before.</param>
public sealed record LedgerKeyList(string Log, IReadOnlyList<LedgerKey> Keys);
