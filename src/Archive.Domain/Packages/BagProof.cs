using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;

namespace Archive.Domain.Packages;

/// <summary>A line of proofs in a package: that an entry stands in the tree of the package's checkpoint.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Hashes">From the leaf's sibling up, in base64.</param>
public sealed record BagProof(long Entry, byte[][] Hashes)
{
    /// <summary>In bytes; a tree of 2^63 leaves needs less.</summary>
    public const int MaxLength = 4_096;

    public static BagProof Of(long entry, InclusionProof proof) => new(entry, [.. proof.Hashes.Select(hash => hash.ToArray())]);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ArchiveJson.Options);

    /// <param name="size">Of the tree.</param>
    public InclusionProof ToProof(long size) => new(Entry - 1, size, Hashes.Select(hash => new Sha256Digest(hash)).ToValueList());

    /// <param name="utf8">A line without its end.</param>
    /// <param name="proof">What it says.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out BagProof? proof)
    {
        proof = null;
        try
        {
            if (JsonSerializer.Deserialize<BagProof>(utf8, ArchiveJson.Options) is { } read
                && Array.TrueForAll(read.Hashes, hash => hash?.Length == Sha256Digest.Length) && read.ToJson().AsSpan().SequenceEqual(utf8))
                proof = read;
        }
        catch (JsonException)
        {
        }

        return proof is not null;
    }
}
