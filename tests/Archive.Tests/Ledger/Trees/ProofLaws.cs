using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;

namespace Archive.Tests.Ledger.Trees;

/// <summary>Every proof of every size up to <see cref="Most"/>, and what somebody can do to it.</summary>
public sealed class ProofLaws
{
    private const int Most = 200;

    private static readonly Sha256Digest[] Leaves = SlowTree.Leaves(Most);

    private static readonly Sha256Digest[] Roots = Enumerable.Range(0, Most + 1).Select(size => SlowTree.Mth(Leaves.AsSpan(0, size))).ToArray();

    [Fact]
    public void Every_inclusion_proof_is_the_standards_and_nothing_else_proves_it()
    {
        for (var size = 1; size <= Most; size++)
        {
            var tiles = Tiles(size);
            for (var index = 0; index < size; index++)
            {
                var proof = InclusionProof.From(index, size, tiles);
                proof.Hashes.ShouldBe(SlowTree.Path(index, Leaves.AsSpan(0, size)));
                Holds(proof, index, size);
                FailsChanged(proof, Leaves[index], Roots[size]);
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_is_the_standards_and_nothing_else_proves_it()
    {
        for (var size = 1; size <= Most; size++)
        {
            var tiles = Tiles(size);
            for (var former = 1; former <= size; former++)
            {
                var proof = ConsistencyProof.From(former, size, tiles);
                proof.Hashes.ShouldBe(SlowTree.Proof(former, Leaves.AsSpan(0, size)));
                if (!proof.Proves(Roots[former], Roots[size]))
                    Assert.Fail($"{former} of {size} does not hold.");
                FailsChanged(proof, Roots[former], Roots[size]);
            }
        }
    }

    [Fact]
    public void A_size_counts_as_far_as_it_changes_the_way_up()
    {
        // Leaf 0 has the same way up in trees of 3 and of 4 leaves. That a root is of one size and not of another is what a checkpoint vouches for, which signs both.
        for (var size = 1; size <= Most; size++)
        {
            var tiles = Tiles(size);
            for (var index = 0; index < size; index++)
            {
                var proof = InclusionProof.From(index, size, tiles);
                foreach (var other in ProofMutations.Of(size))
                    Same(proof with { Size = other }, Leaves[index], Roots[size]);
                var consistency = ConsistencyProof.From(index + 1, size, tiles);
                foreach (var other in ProofMutations.Of(size))
                    Same(consistency with { Size = other }, Roots[index + 1], Roots[size]);
                foreach (var other in ProofMutations.Of(index + 1))
                    Same(consistency with { FormerSize = other }, Roots[index + 1], Roots[size]);
            }
        }
    }

    [Fact]
    public void Of_an_empty_tree_nothing_is_proved()
    {
        foreach (var size in new[] { 0L, 1, 2, 1L << 62 })
        {
            new InclusionProof(0, 0, []).Proves(Leaves[0], Roots[0]).ShouldBeFalse();
            new ConsistencyProof(0, size, []).Proves(Roots[0], Roots[0]).ShouldBeFalse();
            new ConsistencyProof(0, size, [Roots[1]]).Proves(Roots[0], Roots[1]).ShouldBeFalse();
        }

        Should.Throw<ArgumentOutOfRangeException>(() => ConsistencyProof.RangesFor(0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ConsistencyProof.RangesFor(2, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.RangesFor(1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.RangesFor(-1, 1));
    }

    [Fact]
    public void Trees_as_large_as_numbers_go_have_proofs_as_long_as_bits_go()
    {
        foreach (var size in new[] { 1L << 62, (1L << 62) + 1, long.MaxValue })
        {
            foreach (var index in new[] { 0, 1, size / 2, size - 2, size - 1 })
            {
                Sha256Digest[] hashes = [.. InclusionProof.RangesFor(index, size).Select((_, i) => SlowTree.Leaf(i))];
                hashes.Length.ShouldBeLessThanOrEqualTo(63);
                var root = SlowTree.RootBy(index, size, Leaves[0], hashes)!.Value;
                new InclusionProof(index, size, [.. hashes]).Proves(Leaves[0], root).ShouldBeTrue();
                Sha256Digest[] path = [.. ConsistencyProof.RangesFor(index + 1, size).Select((_, i) => SlowTree.Leaf(i))];
                var (former, whole) = SlowTree.RootsBy(index + 1, size, Leaves[0], path)!.Value;
                new ConsistencyProof(index + 1, size, [.. path]).Proves(former, whole).ShouldBeTrue();
            }
        }
    }

    private static void Holds(InclusionProof proof, int index, int size)
    {
        if (!proof.Proves(Leaves[index], Roots[size]))
            Assert.Fail($"{index} in {size} does not hold.");
    }

    private static void FailsChanged(InclusionProof proof, Sha256Digest leaf, Sha256Digest root)
    {
        foreach (var hashes in ProofMutations.Of(proof.Hashes, root, leaf))
            Fails(proof with { Hashes = hashes }, leaf, root);
        foreach (var index in ProofMutations.Of(proof.Index))
            Fails(proof with { Index = index }, leaf, root);
        Fails(proof, ProofMutations.Flipped(leaf, (int)proof.Index), root);
        Fails(proof, leaf, ProofMutations.Flipped(root, (int)proof.Index));
        if (proof.Size > 1)
            Fails(proof, root, leaf);
    }

    private static void FailsChanged(ConsistencyProof proof, Sha256Digest former, Sha256Digest root)
    {
        foreach (var hashes in ProofMutations.Of(proof.Hashes, former, root))
            Fails(proof with { Hashes = hashes }, former, root);
        Fails(proof, ProofMutations.Flipped(former, (int)proof.FormerSize), root);
        Fails(proof, former, ProofMutations.Flipped(root, (int)proof.FormerSize));
        if (proof.Size > proof.FormerSize)
            Fails(proof, root, former);
    }

    private static void Fails(InclusionProof proof, Sha256Digest leaf, Sha256Digest root)
    {
        if (proof.Proves(leaf, root))
            Assert.Fail($"{proof} holds.");
    }

    private static void Fails(ConsistencyProof proof, Sha256Digest former, Sha256Digest root)
    {
        if (proof.Proves(former, root))
            Assert.Fail($"{proof} holds.");
    }

    private static void Same(InclusionProof proof, Sha256Digest leaf, Sha256Digest root)
    {
        if (proof.Proves(leaf, root) != (SlowTree.RootBy(proof.Index, proof.Size, leaf, proof.Hashes.ToArray()) == root))
            Assert.Fail($"{proof} holds, or does not, unlike the definition.");
    }

    private static void Same(ConsistencyProof proof, Sha256Digest former, Sha256Digest root)
    {
        if (proof.Proves(former, root) != (SlowTree.RootsBy(proof.FormerSize, proof.Size, former, proof.Hashes.ToArray()) == (former, root)))
            Assert.Fail($"{proof} holds, or does not, unlike the definition.");
    }

    private static TileSet Tiles(int size)
    {
        var tree = new GrowingTree();
        for (var i = 0; i < size; i++)
            tree.Append(Leaves[i]);
        return new TileSet(size, tree.TakeChanges());
    }
}
