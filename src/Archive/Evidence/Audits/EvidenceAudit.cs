using Archive.Snapshots;

namespace Archive.Evidence.Audits;

/// <summary>What an audit found.</summary>
/// <param name="AsOf">The claims and captures of this moment were audited, against what is stored now.</param>
/// <param name="Record">Id of the record whose evidence was audited; absent where all was.</param>
/// <param name="Captures">Their bytes.</param>
/// <param name="Texts">The texts taken out of them.</param>
/// <param name="Quotes">Of every claim and every dispute, as they stand.</param>
/// <param name="Words">Words kept by reference that are no quotes.</param>
/// <param name="Others">Bytes in the store that belong to no capture that was recorded; counted where all was audited.</param>
/// <param name="Bytes">How many bytes were read again.</param>
/// <param name="Findings">A page of what is not as it should be, or of everything where that was asked for.</param>
public sealed record EvidenceAudit(
    Moment AsOf,
    string? Record,
    AuditCounts Captures,
    AuditCounts Texts,
    AuditCounts Quotes,
    AuditCounts Words,
    AuditCounts Others,
    long Bytes,
    Page<AuditFinding> Findings)
{
    /// <summary>Whether everything is as it should be. What was erased by an order and what nobody ever captured stands against nothing.</summary>
    public bool Sound => Captures.Failures + Texts.Failures + Quotes.Failures + Words.Failures + Others.Failures == 0;
}
