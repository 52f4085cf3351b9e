namespace Archive.Ledger;

/// <summary>Where a node keeps the private keys that sign the ledger's checkpoints. A host that names none signs nothing.</summary>
/// <param name="Path">A folder that its owner alone may enter; made with the first key. Absolute.</param>
public sealed record LedgerKeyFolder(string Path);
