using Archive.Domain;
using Archive.Domain.Ledger.Trees;
using Archive.Ledger;

namespace Archive.LedgerAudits;

/// <summary>How far an audit of the ledger is: enough to go on with it, and no more however long the ledger is.</summary>
/// <param name="Format">Of this file.</param>
/// <param name="Generation">The generation that is audited.</param>
/// <param name="Began">The head when the audit began.</param>
/// <param name="Head">The head as of the entries that were compared.</param>
/// <param name="Edge">The tiles of the tree's right edge.</param>
/// <param name="Kinds">By the prefix of their streams' names.</param>
/// <param name="References">References that were made.</param>
/// <param name="Checkpoints">Checkpoints that were compared.</param>
/// <param name="Trusts">The keys and checkpoints that whoever audits gave: with others it begins anew.</param>
internal sealed record LedgerAuditState(
    string Format,
    int Generation,
    LedgerHead Began,
    LedgerHead Head,
    ValueList<StoredTile> Edge,
    IReadOnlyDictionary<string, AuditedKind> Kinds,
    long References,
    long Checkpoints,
    ValueList<string> Trusts)
{
    public const string ThisFormat = "ledger-audit.v1";

    public static LedgerAuditState Begin(int generation, LedgerHead head, ValueList<string> trusts) => new(
        ThisFormat,
        generation,
        head,
        new LedgerHead { LogId = head.LogId, LogName = head.LogName, Predecessors = head.Predecessors, Commit = 0, Prepare = 0, Entry = 0, ProjectionVersion = head.ProjectionVersion },
        [],
        new Dictionary<string, AuditedKind>(StringComparer.Ordinal),
        0,
        0,
        trusts);

    public AuditedKind Of(string prefix) => Kinds.GetValueOrDefault(prefix) ?? new AuditedKind(0, 0);

    public GrowingTree ToTree() => new(Head.Entry, [.. Edge.Select(tile => tile.ToTile())]);
}
