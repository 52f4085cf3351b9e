namespace Archive.Domain.Ledger.Trees;

/// <summary>The hashes of RFC 9162, section 2.1.1. That of a leaf is <see cref="LedgerLeaf.HashOf"/>.</summary>
internal static class MerkleHash
{
    /// <summary>Root of the tree without leaves: SHA-256 of nothing.</summary>
    public static readonly Sha256Digest OfNothing = Sha256Digest.Of([]);

    /// <summary>SHA-256(0x01 || left || right).</summary>
    public static Sha256Digest OfNode(Sha256Digest left, Sha256Digest right) => Sha256Digest.OfPair(1, left, right);

    /// <summary>The root over perfect trees of falling size, as a tree of any size is made of them.</summary>
    /// <param name="roots">At least one.</param>
    public static Sha256Digest OfPerfect(IReadOnlyList<Sha256Digest> roots)
    {
        var root = roots[^1];
        for (var i = roots.Count - 2; i >= 0; i--)
            root = OfNode(roots[i], root);
        return root;
    }
}
