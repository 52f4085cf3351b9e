namespace Archive.LedgerAudits;

/// <summary>How far an audit of the ledger is.</summary>
/// <param name="Entries">Entries that were compared.</param>
/// <param name="Total">Entries that are to be.</param>
public sealed record LedgerAuditProgress(long Entries, long Total);
