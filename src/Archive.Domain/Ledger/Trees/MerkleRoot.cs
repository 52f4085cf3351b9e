namespace Archive.Domain.Ledger.Trees;

/// <summary>
/// The root of the Merkle tree over leaf hashes (RFC 9162, section 2.1.1), which vouches for every leaf and their order. Takes the leaf hashes
/// one by one and keeps one digest for each bit of their number.
/// </summary>
public sealed class MerkleRoot
{
    /// <summary>Roots of the perfect trees that the leaves make up, the largest first.</summary>
    private readonly List<Sha256Digest> _perfect;

    /// <summary>Before the first leaf.</summary>
    public MerkleRoot() => _perfect = [];

    /// <param name="size">How many leaves there are.</param>
    /// <param name="perfect">Roots of the perfect trees that they make up, the largest first: one for each bit of the size.</param>
    internal MerkleRoot(long size, IEnumerable<Sha256Digest> perfect) => (Size, _perfect) = (size, [.. perfect]);

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>Adds the next leaf hash. The caller gives them in entry order; a hash does not tell.</summary>
    public void Append(Sha256Digest leafHash) => Append(leafHash, null);

    /// <param name="leafHash">The leaf.</param>
    /// <param name="formed">Told of every perfect tree that the leaf completes, the smallest first: its level (0 is the leaf) and its root.</param>
    internal void Append(Sha256Digest leafHash, Action<int, Sha256Digest>? formed)
    {
        var (node, level) = (leafHash, 0);
        formed?.Invoke(level, node);
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            node = MerkleHash.OfNode(_perfect[^1], node);
            _perfect.RemoveAt(_perfect.Count - 1);
            formed?.Invoke(++level, node);
        }

        _perfect.Add(node);
        Size++;
    }

    /// <summary>The root of what was added so far; that of no leaves is the digest of nothing.</summary>
    public Sha256Digest ToRoot() => _perfect.Count == 0 ? MerkleHash.OfNothing : MerkleHash.OfPerfect(_perfect);
}
