namespace Archive.Domain.Ledger.Trees;

/// <summary>The right edge of the tree, to which leaves are added: a leaf costs one hash on average, and a batch changes few tiles.</summary>
public sealed class GrowingTree
{
    private readonly MerkleRoot _root;

    /// <summary>By tile level: the hashes of the tile that is not full.</summary>
    private readonly List<Edge> _edges = [];

    private readonly List<Tile> _filled = [];

    /// <summary>The tree without leaves.</summary>
    public GrowingTree() => _root = new MerkleRoot();

    /// <summary>Goes on with a tree that was stored.</summary>
    /// <param name="size">Its leaves.</param>
    /// <param name="tiles">The tiles of <see cref="EdgeOf"/>.</param>
    public GrowingTree(long size, IReadOnlyCollection<Tile> tiles)
    {
        var set = new TileSet(size, tiles);
        _root = new MerkleRoot(size, new TreeRange(0, size).Nodes().Select(node => set.HashOf(new TreeRange(node.Index << node.Level, (node.Index + 1) << node.Level))));
        for (var level = 0; size >> (level * TileAddress.Height) > 0; level++)
        {
            var hashes = size >> (level * TileAddress.Height);
            var edge = new Edge(level, hashes >> TileAddress.Height);
            if ((hashes & (TileAddress.FullWidth - 1)) > 0)
                edge.Restore(tiles.Single(tile => tile.Address == TileAddress.In(size, level, edge.Index)));
            _edges.Add(edge);
        }
    }

    public long Size => _root.Size;

    /// <summary>What has to be read of a stored tree to go on with it: the tiles that are not full, one for each level at most.</summary>
    public static IReadOnlyList<TileAddress> EdgeOf(long size)
    {
        var edge = new List<TileAddress>();
        for (var level = 0; size >> (level * TileAddress.Height) > 0; level++)
        {
            var hashes = size >> (level * TileAddress.Height);
            if ((hashes & (TileAddress.FullWidth - 1)) > 0)
                edge.Add(TileAddress.In(size, level, hashes >> TileAddress.Height));
        }

        return edge;
    }

    public Sha256Digest ToRoot() => _root.ToRoot();

    public void Append(Sha256Digest leafHash) => _root.Append(leafHash, Formed);

    /// <summary>Takes the tiles that were filled since it was last asked, and those that are not full and have changed since.</summary>
    public IReadOnlyList<Tile> TakeChanges()
    {
        var changed = TakeFilled().Concat(_edges.Where(edge => edge is { Width: > 0, IsChanged: true }).Select(edge => edge.ToTile())).ToArray();
        foreach (var edge in _edges)
            edge.IsChanged = false;
        return changed;
    }

    /// <summary>Takes the tiles that were filled since it was last asked.</summary>
    public IReadOnlyList<Tile> TakeFilled()
    {
        var filled = _filled.ToArray();
        _filled.Clear();
        return filled;
    }

    /// <summary>The tiles that are not full.</summary>
    public IReadOnlyList<Tile> ToEdge() => _edges.Where(edge => edge.Width > 0).Select(edge => edge.ToTile()).ToArray();

    private void Formed(int level, Sha256Digest root)
    {
        if (level % TileAddress.Height != 0)
            return;
        var tileLevel = level / TileAddress.Height;
        if (_edges.Count == tileLevel)
            _edges.Add(new Edge(tileLevel, 0));
        if (_edges[tileLevel].Add(root) is { } full)
            _filled.Add(full);
    }

    private sealed class Edge(int level, long index)
    {
        private byte[] _hashes = new byte[TileAddress.FullWidth * Sha256Digest.Length];

        public long Index { get; private set; } = index;

        public int Width { get; private set; }

        public bool IsChanged { get; set; }

        public void Restore(Tile tile)
        {
            tile.Hashes.CopyTo(_hashes);
            Width = tile.Address.Width;
        }

        /// <returns>The tile where this filled it.</returns>
        public Tile? Add(Sha256Digest hash)
        {
            hash.CopyTo(_hashes.AsSpan(Width * Sha256Digest.Length));
            Width++;
            IsChanged = true;
            if (Width < TileAddress.FullWidth)
                return null;
            var full = new Tile(new TileAddress(level, Index, Width), _hashes);
            _hashes = new byte[_hashes.Length];
            (Index, Width) = (Index + 1, 0);
            return full;
        }

        public Tile ToTile() => new(new TileAddress(level, Index, Width), _hashes[..(Width * Sha256Digest.Length)]);
    }
}
