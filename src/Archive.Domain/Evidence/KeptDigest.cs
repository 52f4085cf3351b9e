using System.Security.Cryptography;
using Archive.Domain.Ledger;

namespace Archive.Domain.Evidence;

/// <summary>
/// Names what an event keeps by reference: SHA-256(salt || JCS(content)). Words are short enough to be guessed, so that without the salt, which is
/// destroyed with them, the digest says nothing of them.
/// </summary>
public static class KeptDigest
{
    /// <summary>In bytes; random.</summary>
    public const int SaltLength = EventDigests.SaltLength;

    /// <param name="salt">32 bytes.</param>
    /// <param name="content">JSON of what is kept, UTF-8, in any form.</param>
    /// <exception cref="ArgumentException">The salt is not 32 bytes.</exception>
    /// <exception cref="CanonicalJsonException">The content has no canonical form.</exception>
    public static Sha256Digest Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        if (salt.Length != SaltLength)
            throw new ArgumentException($"A salt is {SaltLength} bytes, not {salt.Length}.", nameof(salt));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(CanonicalJson.Canonicalize(content));
        Span<byte> digest = stackalloc byte[Sha256Digest.Length];
        hash.GetHashAndReset(digest);
        return new Sha256Digest(digest);
    }
}
