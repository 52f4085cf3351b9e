namespace Archive.Backups;

/// <summary>What a backup has of the ledger's signatures. Private keys are in no backup.</summary>
/// <param name="Keys">The public keys that the ledger named, one a line (<c>verifier-key.v1</c>).</param>
/// <param name="Checkpoints">The kept checkpoints up to the last entry (<c>checkpoint.v1</c>).</param>
public sealed record BackedUpLedger(BackupPart Keys, BackupPart Checkpoints);
