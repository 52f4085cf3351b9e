using System.Numerics;

namespace Archive.Domain.Ledger.Trees;

/// <summary>
/// A subtree of the Merkle tree: the leaves from <paramref name="Start"/> (from 0, inclusive) to <paramref name="End"/> (exclusive). Its hash is
/// that of the perfect trees it is made of, each of which stands in one tile.
/// </summary>
/// <param name="Start">Divisible by the least power of two that is not smaller than the range's length, as every subtree's start is.</param>
/// <param name="End">Behind the last leaf.</param>
public readonly record struct TreeRange(long Start, long End)
{
    public long Length => End - Start;

    /// <summary>The largest power of two that is smaller than a length of 2 or more: where RFC 9162 splits a tree.</summary>
    public static long SplitOf(long length) => 1L << BitOperations.Log2((ulong)(length - 1));

    public (TreeRange Left, TreeRange Right) Split()
    {
        var middle = Start + SplitOf(Length);
        return (new TreeRange(Start, middle), new TreeRange(middle, End));
    }

    /// <summary>The perfect trees that it is made of, the largest first.</summary>
    public IEnumerable<TreeNode> Nodes()
    {
        for (var start = Start; start < End;)
        {
            var level = BitOperations.Log2((ulong)(End - start));
            yield return new TreeNode(level, start >> level);
            start += 1L << level;
        }
    }
}
