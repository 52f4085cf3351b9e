using System.Globalization;
using System.Security.Cryptography;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;

namespace Archive.Benchmarks;

/// <summary>The ledger's tree without any database, on one core: leaf data to leaf hash to tree, and proofs from tiles, against plain SHA-256.</summary>
internal sealed class TreeBenchmark : IBenchmark
{
    private static readonly DateTimeOffset Began = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public string Name => "tree";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var leaves = Enumerable.Range(1, Math.Max(10_000, run.Scaled(200_000))).Select(Leaf).ToArray();
        var messages = leaves.Select(leaf => (byte[])[0, .. leaf.ToData()]).ToArray();
        var (tree, sha) = await Samples.InTurnAsync(5, () => Task.FromResult(Grow(leaves)), () => Task.FromResult(Hash(messages)));
        var size = Math.Max(10_000, run.Scaled(1_000_000));
        var (tiles, root) = Tiles(size);
        var random = new Random(7);
        var (proof, plain) = await Samples.InTurnAsync(
            200,
            () => Task.FromResult(Prove(random.NextInt64(size), size, tiles, root)),
            () => Task.FromResult(SHA256.HashData(new byte[InclusionProof.RangesFor(random.NextInt64(size), size).Count * 65])));
        return
        [
            new(
                $"{leaves.Length:N0} leaves: leaf data, leaf hash, tree and tiles",
                "SHA-256 of as many messages and nodes of the same lengths",
                PerSecond(leaves.Length, tree.Median),
                PerSecond(leaves.Length, sha.Median),
                tree.Median / sha.Median,
                ">= 300,000 leaves/s"),
            new($"an inclusion proof at {size:N0} entries, from tiles, and its verification", "SHA-256 over the nodes that it verifies, in one", Samples.Milliseconds(proof.Median), Samples.Milliseconds(plain.Median), proof.Median / plain.Median, "< 5 ms"),
        ];
    }

    private static string PerSecond(int count, double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{count / milliseconds * 1000:N0}/s");

    private static LedgerLeaf Leaf(int entry) => new(
        entry, new Guid(entry, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), "claim-recorded.v1", Began.AddMicroseconds(entry), Sha256Digest.Of(BitConverter.GetBytes(entry)), Sha256Digest.Of(BitConverter.GetBytes(-entry)));

    private static int Grow(LedgerLeaf[] leaves)
    {
        var (tree, tiles) = (new GrowingTree(), 0);
        foreach (var leaf in leaves)
        {
            tree.Append(leaf.ToHash());
            if (tree.Size % 1_000 == 0)
                tiles += tree.TakeChanges().Count;
        }

        return tiles;
    }

    private static int Hash(byte[][] messages)
    {
        Span<byte> hash = stackalloc byte[32];
        Span<byte> node = stackalloc byte[65];
        foreach (var message in messages)
        {
            SHA256.HashData(message, hash);
            SHA256.HashData(node, hash);
        }

        return hash[0];
    }

    private static (Dictionary<(int, long), Tile> Tiles, Sha256Digest Root) Tiles(int size)
    {
        var (tree, tiles) = (new GrowingTree(), new Dictionary<(int, long), Tile>());
        for (var i = 0; i < size; i++)
            tree.Append(LeafHash(i));
        foreach (var tile in tree.TakeChanges())
            tiles[(tile.Address.Level, tile.Address.Index)] = tile;
        return (tiles, tree.ToRoot());
    }

    private static Sha256Digest LeafHash(long index) => LedgerLeaf.HashOf(BitConverter.GetBytes(index));

    private static bool Prove(long index, int size, Dictionary<(int, long), Tile> tiles, Sha256Digest root)
    {
        var needed = TileSet.NeededFor(size, InclusionProof.RangesFor(index, size)).Select(address => tiles[(address.Level, address.Index)]);
        return InclusionProof.From(index, size, new TileSet(size, needed)).Proves(LeafHash(index), root) ? true : throw new InvalidOperationException("The proof does not hold.");
    }
}
