using Archive.Snapshots;

namespace Archive.LedgerAudits;

/// <summary>What an audit of the ledger found.</summary>
/// <param name="AsOf">The head of the ledger when the audit began; what was recorded since is not looked at.</param>
/// <param name="Root">Root of the tree at that entry, recomputed, lower-case hex; absent where a difference was found.</param>
/// <param name="ResumedAfter">The entry after which it went on, where a former run had been interrupted.</param>
/// <param name="Entries">Entries that were recomputed and are as they should be, those of former runs included.</param>
/// <param name="Versions">Documents, the same.</param>
/// <param name="References">References between streams, the same.</param>
/// <param name="Tiles">Tiles of the tree, the same.</param>
/// <param name="Checkpoints">Signed heads of the tree, the same.</param>
/// <param name="Difference">The first difference; absent where there is none.</param>
public sealed record LedgerAudit(
    Moment AsOf,
    string? Root,
    long? ResumedAfter,
    long Entries,
    long Versions,
    long References,
    long Tiles,
    long Checkpoints,
    LedgerDifference? Difference)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool Sound => Difference is null;
}
