using Archive.Domain.Ledger.Proofs;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>One entry of a proof.</summary>
internal sealed record ProofLine(long Entry, DateTimeOffset RecordedAt, string Type, bool Withheld, bool Erased)
{
    public static ProofLine Of(ProvenEntry entry) => new(entry.Leaf.Entry, entry.Leaf.RecordedAt, entry.Leaf.Type, entry.Event is null, entry.Event?.Erased is not null);
}
