namespace Archive.Domain.Ledger;

/// <summary>
/// The running digest of one stream: SHA-256(0x02 || the digest before || the event's leaf hash), over its events in order. It vouches for every
/// event up to the last, and is made from the one before by one hash. The byte 0x02 keeps it apart from RFC 9162's leaves and nodes.
/// </summary>
public static class StreamDigest
{
    /// <summary>Before the first event: 32 zero bytes.</summary>
    public static readonly Sha256Digest Beginning = default;

    /// <summary>The digest after one more event.</summary>
    public static Sha256Digest Next(Sha256Digest before, Sha256Digest leafHash) => Sha256Digest.OfPair(2, before, leafHash);

    /// <summary>Of a whole stream, from the leaf hashes of its events in order.</summary>
    public static Sha256Digest Of(IEnumerable<Sha256Digest> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        return leafHashes.Aggregate(Beginning, Next);
    }
}
