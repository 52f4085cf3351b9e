namespace Archive.Domain.Ledger.Trees;

/// <summary>A tile with its hashes.</summary>
/// <param name="Address">Which tile.</param>
/// <param name="Hashes">One after the other, 32 bytes each.</param>
public sealed record Tile(TileAddress Address, ReadOnlyMemory<byte> Hashes)
{
    public ReadOnlyMemory<byte> Hashes { get; init => field = OfWidth(Address, value); } = OfWidth(Address, Hashes);

    public Sha256Digest this[int index] => new(Hashes.Span.Slice(index * Sha256Digest.Length, Sha256Digest.Length));

    /// <summary>The root of a perfect tree that stands in it.</summary>
    internal Sha256Digest RootOf(TreeNode node)
    {
        var height = node.Level % TileAddress.Height;
        var first = (int)((node.Index << height) & (TileAddress.FullWidth - 1));
        return RootOf(first, 1 << height);
    }

    private Sha256Digest RootOf(int first, int count) => count == 1
        ? this[first]
        : MerkleHash.OfNode(RootOf(first, count / 2), RootOf(first + (count / 2), count / 2));

    private static ReadOnlyMemory<byte> OfWidth(TileAddress address, ReadOnlyMemory<byte> hashes) => hashes.Length == address.Width * Sha256Digest.Length
        ? hashes
        : throw new ArgumentException($"The tile {address} has {hashes.Length} bytes, not {address.Width * Sha256Digest.Length}.", nameof(hashes));
}
