namespace Archive.Domain.Ledger.Trees;

/// <summary>A perfect tree in the Merkle tree: the 2^<paramref name="Level"/> leaves from <paramref name="Index"/> × 2^<paramref name="Level"/> on.</summary>
/// <param name="Level">0 is a leaf.</param>
/// <param name="Index">From 0, along its level.</param>
public readonly record struct TreeNode(int Level, long Index)
{
    /// <summary>The tile in which it can be found, as wide as the tile is in a tree of a size.</summary>
    /// <param name="size">Leaves of the tree, all of the node's among them.</param>
    public TileAddress TileIn(long size)
    {
        var level = Level / TileAddress.Height;
        return TileAddress.In(size, level, Index >> (TileAddress.Height - (Level % TileAddress.Height)));
    }
}
