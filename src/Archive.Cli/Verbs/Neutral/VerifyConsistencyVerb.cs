namespace Archive.Cli.Verbs.Neutral;

internal sealed class VerifyConsistencyVerb() : VerifyProofVerb(
    "verify-consistency", "Check a proof that a Merkle tree goes on from a smaller one (RFC 9162).", "size1, size2, root1, root2 and proof", ConsistencyItem.Read)
{
    public override IReadOnlyList<string> Examples =>
    [
        "archive ledger verify-consistency proof.json",
        "archive ledger verify-consistency --json < items.ndjson",
    ];

    public override IReadOnlyList<string> Notes => [ItemNote, "Between trees of one size the proof is empty, and the roots are the same. From a tree without leaves nothing is proved: a first size of 0 is invalid."];
}
