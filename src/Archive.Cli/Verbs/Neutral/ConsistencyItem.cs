using System.Text.Json;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;

namespace Archive.Cli.Verbs.Neutral;

/// <param name="FormerSize">Of the smaller tree.</param>
/// <param name="Size">Of the larger one, or the same.</param>
/// <param name="FormerRoot">Root of the smaller tree.</param>
/// <param name="Root">Root of the larger one.</param>
/// <param name="Hashes">The proof.</param>
internal sealed record ConsistencyItem(
    long FormerSize, long Size, ReadOnlyMemory<byte> FormerRoot, ReadOnlyMemory<byte> Root, IReadOnlyList<ReadOnlyMemory<byte>> Hashes) : IProofItem
{
    public static ConsistencyItem Read(JsonElement item) => new(
        ItemJson.Number(item, "size1"), ItemJson.Number(item, "size2"), ItemJson.Bytes(item, "root1"), ItemJson.Bytes(item, "root2"), ItemJson.Hashes(item, "proof"));

    public CheckedProof Judge()
    {
        if (FormerSize < 1)
            return CheckedProof.Not("Of a tree without leaves nothing can be proved: no first size below 1 verifies.");
        if (Size < FormerSize)
            return CheckedProof.Not("The second tree is smaller than the first: it cannot go on from it.");
        if (ConsistencyProof.RangesFor(FormerSize, Size).Count is var needed && needed != Hashes.Count)
            return CheckedProof.Not($"The proof has {Hashes.Count} hashes; one between trees of these sizes has {needed}.");
        // Nothing is hashed between trees of one size: that their roots are the same bytes is all that there is to prove, whatever they are.
        if (FormerSize == Size)
            return FormerRoot.Span.SequenceEqual(Root.Span) ? CheckedProof.Proved : CheckedProof.Not("The sizes are the same and the roots are not.");
        if (IProofItem.Digests([FormerRoot, Root, .. Hashes]) is not [var former, var root, .. var hashes])
            return CheckedProof.Not($"A hash is not {Sha256Digest.Length} bytes long.");
        return new ConsistencyProof(FormerSize, Size, [.. hashes]).Proves(former, root)
            ? CheckedProof.Proved
            : CheckedProof.Not("The proof leads to other roots: the second tree does not go on from the first.");
    }
}
