namespace Archive.Evidence.Audits;

/// <summary>How far an audit is.</summary>
/// <param name="Bytes">Bytes that were read again.</param>
/// <param name="Total">Bytes that are to be.</param>
public sealed record AuditProgress(long Bytes, long Total);
