namespace Archive.Cli.Verbs.Neutral;

internal sealed class VerifyInclusionVerb() : VerifyProofVerb(
    "verify-inclusion", "Check a proof that a leaf stands in a Merkle tree (RFC 9162).", "leafIdx, treeSize, root, leafHash and proof", InclusionItem.Read)
{
    public override IReadOnlyList<string> Examples =>
    [
        "archive ledger verify-inclusion proof.json",
        "archive ledger verify-inclusion '{\"leafIdx\": 0, \"treeSize\": 1, \"root\": \"bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\", \"leafHash\": \"bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\"}'",
        "archive ledger verify-inclusion --json < items.ndjson",
    ];

    public override IReadOnlyList<string> Notes => [ItemNote, "Indexes count from 0: entry 57 of an archive has the index 56. The root is to be taken from a signed checkpoint of that size; that it is one of that size, no proof can tell."];
}
