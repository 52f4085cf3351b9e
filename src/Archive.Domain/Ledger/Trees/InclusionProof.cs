namespace Archive.Domain.Ledger.Trees;

/// <summary>Proves that a leaf stands at an index of a tree (RFC 9162, section 2.1.3).</summary>
/// <param name="Index">Of the leaf, from 0: entry <c>n</c> has the index <c>n - 1</c>.</param>
/// <param name="Size">Leaves of the tree.</param>
/// <param name="Hashes">From the leaf's sibling up to the root's child.</param>
public sealed record InclusionProof(long Index, long Size, ValueList<Sha256Digest> Hashes)
{
    /// <summary>The subtrees whose hashes make the proof, in its order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IReadOnlyList<TreeRange> RangesFor(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var siblings = new List<TreeRange>();
        for (var tree = new TreeRange(0, size); tree.Length > 1;)
        {
            var (left, right) = tree.Split();
            (tree, var sibling) = index < right.Start ? (left, right) : (right, left);
            siblings.Add(sibling);
        }

        siblings.Reverse();
        return siblings;
    }

    /// <param name="index">Of the leaf.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="tiles">Has the tiles of <see cref="TileSet.NeededFor"/> the <see cref="RangesFor"/> it.</param>
    public static InclusionProof From(long index, long size, TileSet tiles) => new(index, size, RangesFor(index, size).Select(tiles.HashOf).ToValueList());

    /// <summary>RFC 9162, section 2.1.3.2. A proof of the wrong length or with an index out of range proves nothing.</summary>
    public bool Proves(Sha256Digest leafHash, Sha256Digest root)
    {
        if (Index < 0 || Index >= Size)
            return false;
        var (fn, sn, r) = (Index, Size - 1, leafHash);
        foreach (var p in Hashes)
        {
            if (sn == 0)
                return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                r = MerkleHash.OfNode(p, r);
                while ((fn & 1) == 0 && fn != 0)
                    (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                r = MerkleHash.OfNode(r, p);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && r == root;
    }
}
