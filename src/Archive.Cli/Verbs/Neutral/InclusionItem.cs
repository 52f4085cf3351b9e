using System.Text.Json;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;

namespace Archive.Cli.Verbs.Neutral;

/// <param name="Index">Of the leaf, from 0.</param>
/// <param name="Size">Of the tree.</param>
/// <param name="Root">Root of the tree.</param>
/// <param name="LeafHash">The leaf's hash.</param>
/// <param name="Hashes">The proof.</param>
internal sealed record InclusionItem(long Index, long Size, ReadOnlyMemory<byte> Root, ReadOnlyMemory<byte> LeafHash, IReadOnlyList<ReadOnlyMemory<byte>> Hashes) : IProofItem
{
    public static InclusionItem Read(JsonElement item) => new(
        ItemJson.Number(item, "leafIdx"), ItemJson.Number(item, "treeSize"), ItemJson.Bytes(item, "root"), ItemJson.Bytes(item, "leafHash"), ItemJson.Hashes(item, "proof"));

    public CheckedProof Judge()
    {
        if (Size < 1)
            return CheckedProof.Not("A tree of that size has no leaf.");
        if (Index < 0 || Index >= Size)
            return CheckedProof.Not("The tree has no leaf of that index.");
        if (InclusionProof.RangesFor(Index, Size).Count is var needed && needed != Hashes.Count)
            return CheckedProof.Not($"The proof has {Hashes.Count} hashes; one of this leaf in this tree has {needed}.");
        if (IProofItem.Digests([Root, LeafHash, .. Hashes]) is not [var root, var leaf, .. var hashes])
            return CheckedProof.Not($"A hash is not {Sha256Digest.Length} bytes long.");
        return new InclusionProof(Index, Size, [.. hashes]).Proves(leaf, root)
            ? CheckedProof.Proved
            : CheckedProof.Not("The proof leads to another root: leaf, index, hashes or root are not of one tree.");
    }
}
