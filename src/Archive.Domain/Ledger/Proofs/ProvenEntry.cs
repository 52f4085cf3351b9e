using Archive.Domain.Ledger.Notes;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>An entry of the ledger with the proof that it stands there.</summary>
/// <param name="Leaf">What the tree has: it names nobody.</param>
/// <param name="Event">What the leaf is made of; null where it is withheld from whom the proof was made for.</param>
/// <param name="Kept">Words that the event keeps by reference, those that are shown.</param>
/// <param name="Proof">That the leaf stands in the tree of a checkpoint.</param>
public sealed record ProvenEntry(LedgerLeaf Leaf, ProvenEvent? Event, ValueList<ProvenWords> Kept, TlogProof Proof);
