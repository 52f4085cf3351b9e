using System.Numerics;

namespace Archive.Domain.Ledger.Trees;

/// <summary>Proves that a tree goes on from a smaller one: that nothing in it was changed, dropped or slipped in (RFC 9162, section 2.1.4).</summary>
/// <param name="FormerSize">Leaves of the smaller tree, 1 or more: of an empty one nothing can be proved.</param>
/// <param name="Size">Leaves of the larger one, or as many.</param>
/// <param name="Hashes">As RFC 9162 orders them; none where the sizes are equal.</param>
public sealed record ConsistencyProof(long FormerSize, long Size, ValueList<Sha256Digest> Hashes)
{
    /// <summary>The subtrees whose hashes make the proof, in its order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The former size is 0, or larger than the size.</exception>
    public static IReadOnlyList<TreeRange> RangesFor(long formerSize, long size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(formerSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(formerSize, size);
        var ranges = new List<TreeRange>();
        var (tree, isWhole) = (new TreeRange(0, size), true);
        while (tree.End != formerSize)
        {
            var (left, right) = tree.Split();
            if (formerSize <= left.End)
            {
                ranges.Add(right);
                tree = left;
            }
            else
            {
                ranges.Add(left);
                (tree, isWhole) = (right, false);
            }
        }

        if (!isWhole)
            ranges.Add(tree);
        ranges.Reverse();
        return ranges;
    }

    /// <param name="formerSize">Leaves of the smaller tree.</param>
    /// <param name="size">Leaves of the larger one.</param>
    /// <param name="tiles">Of the larger one: has the tiles of <see cref="TileSet.NeededFor"/> the <see cref="RangesFor"/> it.</param>
    public static ConsistencyProof From(long formerSize, long size, TileSet tiles) =>
        new(formerSize, size, RangesFor(formerSize, size).Select(tiles.HashOf).ToValueList());

    /// <summary>RFC 9162, section 2.1.4.2. A proof of the wrong length or with sizes out of range proves nothing.</summary>
    public bool Proves(Sha256Digest formerRoot, Sha256Digest root)
    {
        if (FormerSize < 1 || FormerSize > Size)
            return false;
        if (FormerSize == Size)
            return Hashes.Count == 0 && formerRoot == root;
        IReadOnlyList<Sha256Digest> path = BitOperations.IsPow2(FormerSize) ? [formerRoot, .. Hashes] : Hashes;
        if (Hashes.Count == 0)
            return false;
        var (fn, sn) = (FormerSize - 1, Size - 1);
        while ((fn & 1) == 1)
            (fn, sn) = (fn >> 1, sn >> 1);
        var (fr, sr) = (path[0], path[0]);
        foreach (var c in path.Skip(1))
        {
            if (sn == 0)
                return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (MerkleHash.OfNode(c, fr), MerkleHash.OfNode(c, sr));
                while ((fn & 1) == 0 && fn != 0)
                    (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                sr = MerkleHash.OfNode(sr, c);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && fr == formerRoot && sr == root;
    }
}
