namespace Archive.Domain.Ledger;

/// <summary>
/// The two salted digests of an event. The salt keeps who holds a digest from guessing what it is of, and when it is destroyed the digest says
/// nothing any more. These are for ever: golden vectors in <c>schemas/ledger/</c>.
/// </summary>
public static class EventDigests
{
    /// <summary>In bytes; random.</summary>
    public const int SaltLength = 32;

    /// <summary>SHA-256(salt1 || JCS(data)).</summary>
    /// <param name="salt1">32 bytes.</param>
    /// <param name="data">The event's JSON as it is stored, before any upcasting.</param>
    /// <exception cref="ArgumentException">The salt is not 32 bytes.</exception>
    /// <exception cref="CanonicalJsonException">The data has no canonical form.</exception>
    public static Sha256Digest OfPayload(ReadOnlySpan<byte> salt1, ReadOnlySpan<byte> data)
    {
        using var input = Salted(salt1, data.Length);
        CanonicalJson.Append(data, input);
        return Sha256Digest.Of(input.Written);
    }

    /// <summary>SHA-256(salt2 || JCS(metadata)).</summary>
    /// <param name="salt2">32 bytes.</param>
    /// <param name="metadata">What the digest vouches for.</param>
    /// <exception cref="ArgumentException">The salt is not 32 bytes, or the metadata breaks one of its own bounds.</exception>
    public static Sha256Digest OfMetadata(ReadOnlySpan<byte> salt2, DigestedMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        using var input = Salted(salt2, 512);
        metadata.AppendTo(input);
        return Sha256Digest.Of(input.Written);
    }

    private static PooledBytes Salted(ReadOnlySpan<byte> salt, int capacity)
    {
        if (salt.Length != SaltLength) throw new ArgumentException($"A salt is {SaltLength} bytes, not {salt.Length}.", nameof(salt));
        var input = new PooledBytes(SaltLength + capacity);
        input.Append(salt);
        return input;
    }
}
