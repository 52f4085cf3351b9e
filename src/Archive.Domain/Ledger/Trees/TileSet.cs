namespace Archive.Domain.Ledger.Trees;

/// <summary>Some tiles of a tree of one size, from which hashes of subtrees are computed.</summary>
/// <param name="size">Leaves of the tree.</param>
/// <param name="tiles">Those that are needed, each as wide as it is in this tree.</param>
public sealed class TileSet(long size, IEnumerable<Tile> tiles)
{
    private readonly Dictionary<TileAddress, Tile> _tiles = tiles.ToDictionary(tile => tile.Address);

    /// <summary>The tiles that have what some subtrees are made of, each once.</summary>
    public static IReadOnlyList<TileAddress> NeededFor(long size, IEnumerable<TreeRange> ranges) =>
        ranges.SelectMany(range => range.Nodes()).Select(node => node.TileIn(size)).Distinct().ToArray();

    /// <summary>The hash of a subtree; of the whole tree its root.</summary>
    /// <exception cref="KeyNotFoundException">A tile that it needs is not in the set.</exception>
    public Sha256Digest HashOf(TreeRange range) =>
        range.Length == 0 ? MerkleHash.OfNothing : MerkleHash.OfPerfect(range.Nodes().Select(node => _tiles[node.TileIn(size)].RootOf(node)).ToArray());
}
