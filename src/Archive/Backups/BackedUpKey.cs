namespace Archive.Backups;

/// <summary>A public key that the ledger named: a line of <c>verifier-keys.ndjson.gz</c>.</summary>
/// <param name="Log">The log name.</param>
/// <param name="Number">Counts the keys of a log name from 1.</param>
/// <param name="Key">The verifier key.</param>
/// <param name="Since">The ledger's last entry when it was named.</param>
/// <param name="MadeAt">When it was named.</param>
/// <param name="Until">The ledger's last entry when it was retired.</param>
/// <param name="RetiredAt">When it was retired.</param>
/// <param name="Lost">Whether its file was lost.</param>
internal sealed record BackedUpKey(string Log, int Number, string Key, long Since, DateTimeOffset MadeAt, long? Until, DateTimeOffset? RetiredAt, bool Lost);
