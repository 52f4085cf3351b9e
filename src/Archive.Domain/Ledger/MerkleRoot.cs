namespace Archive.Domain.Ledger;

/// <summary>
/// The root of the Merkle tree over leaf hashes (RFC 9162, section 2.1.1), which vouches for every leaf and their order. Takes the leaf hashes
/// one by one and keeps one digest for each bit of their number.
/// </summary>
public sealed class MerkleRoot
{
    /// <summary>Roots of the perfect trees that the leaves make up, the largest first.</summary>
    private readonly List<Sha256Digest> _perfect = [];

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>Adds the next leaf hash. The caller gives them in entry order; a hash does not tell.</summary>
    public void Append(Sha256Digest leafHash)
    {
        var node = leafHash;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            node = NodeOf(_perfect[^1], node);
            _perfect.RemoveAt(_perfect.Count - 1);
        }

        _perfect.Add(node);
        Size++;
    }

    /// <summary>The root of what was added so far; that of no leaves is the digest of nothing.</summary>
    public Sha256Digest ToRoot()
    {
        if (_perfect.Count == 0)
            return Sha256Digest.Of([]);
        var root = _perfect[^1];
        for (var i = _perfect.Count - 2; i >= 0; i--)
            root = NodeOf(_perfect[i], root);
        return root;
    }

    /// <summary>SHA-256(0x01 || left || right).</summary>
    private static Sha256Digest NodeOf(Sha256Digest left, Sha256Digest right) => Sha256Digest.OfPair(1, left, right);
}
