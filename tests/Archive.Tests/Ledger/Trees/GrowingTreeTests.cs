using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;

namespace Archive.Tests.Ledger.Trees;

public sealed class GrowingTreeTests
{
    private const int Most = 70_000;

    private static readonly Sha256Digest[] Leaves = SlowTree.Leaves(Most);

    [Fact]
    public void Proofs_from_tiles_are_those_of_the_standard()
    {
        var tiles = new Dictionary<(int, long), Tile>();
        var tree = new GrowingTree();
        var sizes = Enumerable.Range(1, 70).Concat([255, 256, 257, 511, 512, 65_535, 65_536, 65_537, Most]).ToArray();
        foreach (var size in sizes)
        {
            while (tree.Size < size)
                tree.Append(Leaves[tree.Size]);
            foreach (var tile in tree.TakeChanges())
                tiles[(tile.Address.Level, tile.Address.Index)] = tile;
            tree.ToRoot().ShouldBe(SlowTree.Mth(Leaves.AsSpan(0, size)));
            var set = new TileSet(size, tiles.Values);
            var indexes = size <= 70 ? Enumerable.Range(0, size) : [0, 1, 254, size / 2, size - 1];
            foreach (var index in indexes.Where(index => index < size))
            {
                var proof = InclusionProof.From(index, size, set);
                if (size <= 600)
                    proof.Hashes.ShouldBe(SlowTree.Path(index, Leaves.AsSpan(0, size)));
                proof.Proves(Leaves[index], tree.ToRoot()).ShouldBeTrue();
            }

            foreach (var former in sizes.Where(former => former <= size && (size <= 70 || former > 60)))
            {
                var proof = ConsistencyProof.From(former, size, set);
                if (size <= 600)
                    proof.Hashes.ShouldBe(SlowTree.Proof(former, Leaves.AsSpan(0, size)));
                proof.Proves(SlowTree.Mth(Leaves.AsSpan(0, former)), tree.ToRoot()).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1_000)]
    [InlineData(65_536)]
    [InlineData(66_000)]
    public void A_tree_that_was_stored_goes_on_like_one_that_was_not(int size)
    {
        var whole = new GrowingTree();
        var tiles = new Dictionary<(int, long), Tile>();
        Grow(whole, size);
        foreach (var tile in whole.TakeChanges())
            tiles[(tile.Address.Level, tile.Address.Index)] = tile;
        var resumed = new GrowingTree(size, GrowingTree.EdgeOf(size).Select(address => tiles[(address.Level, address.Index)]).ToArray());
        Grow(whole, size + 600);
        Grow(resumed, size + 600);
        resumed.ToRoot().ShouldBe(whole.ToRoot());
        Same(resumed.TakeChanges(), whole.TakeChanges());
        Same(resumed.ToEdge(), whole.ToEdge());
    }

    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(3, 1234067, 7, "tile/3/x001/x234/067.p/7")]
    public void A_tile_has_one_path(int level, long index, int width, string path)
    {
        new TileAddress(level, index, width).ToPath().ShouldBe(path);
        TileAddress.TryParsePath(path, out var address).ShouldBeTrue();
        address.ShouldBe(new TileAddress(level, index, width));
    }

    [Theory]
    [InlineData("tile/0")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/8/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/07")]
    [InlineData("tile/0/001/067")]
    [InlineData("tile/0/x001/x67")]
    [InlineData("tile/0/../000")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    public void Another_path_is_none(string path) => TileAddress.TryParsePath(path, out _).ShouldBeFalse();

    private static void Grow(GrowingTree tree, int size)
    {
        while (tree.Size < size)
            tree.Append(Leaves[tree.Size]);
    }

    private static void Same(IReadOnlyList<Tile> tiles, IReadOnlyList<Tile> others)
    {
        tiles.Select(tile => tile.Address).ShouldBe(others.Select(tile => tile.Address));
        tiles.Select(tile => Convert.ToHexString(tile.Hashes.Span)).ShouldBe(others.Select(tile => Convert.ToHexString(tile.Hashes.Span)));
    }
}
