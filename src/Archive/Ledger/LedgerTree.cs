using System.Runtime.CompilerServices;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.Snapshots;

namespace Archive.Ledger;

/// <summary>
/// The Merkle tree over the ledger's entries, read from the tiles of the generation that answers; a proof reads O(log n) of them. Entry <c>n</c> is the leaf
/// of index <c>n - 1</c>, and a tree of size <c>n</c> has the entries up to <c>n</c>.
/// </summary>
internal static class LedgerTree
{
    private const int ProofsAtOnce = 500;

    /// <summary>Proves that some entries stand in the tree of a size, in their order; tiles are read for a few at a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An entry is not from 1 to the size, or the size not up to the head's entry.</exception>
    /// <exception cref="AlteredException">The tree is not whole, or not there.</exception>
    public static async IAsyncEnumerable<InclusionProof> ProveInclusionAsync(
        ReadSession session, IEnumerable<long> entries, long size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in entries.Chunk(ProofsAtOnce))
        {
            var tiles = await ReadAsync(session, size, [.. some.SelectMany(entry => InclusionProof.RangesFor(entry - 1, size)).Distinct()], cancellationToken);
            foreach (var entry in some)
                yield return InclusionProof.From(entry - 1, size, tiles);
        }
    }

    /// <summary>Proves that the tree of a size goes on from that of a smaller one.</summary>
    /// <inheritdoc cref="ProveInclusionAsync"/>
    public static async Task<ConsistencyProof> ProveConsistencyAsync(ReadSession session, long formerSize, long size, CancellationToken cancellationToken)
    {
        var ranges = ConsistencyProof.RangesFor(formerSize, size);
        return ConsistencyProof.From(formerSize, size, await ReadAsync(session, size, ranges, cancellationToken));
    }

    /// <summary>The root of the tree as it was at a size.</summary>
    /// <inheritdoc cref="ProveInclusionAsync"/>
    public static async Task<Sha256Digest> FindRootAsync(ReadSession session, long size, CancellationToken cancellationToken)
    {
        var whole = new TreeRange(0, size);
        return (await ReadAsync(session, size, [whole], cancellationToken)).HashOf(whole);
    }

    /// <summary>Tiles as they were in the tree of a size, in the order in which they were asked for.</summary>
    /// <inheritdoc cref="ProveInclusionAsync"/>
    public static async Task<IReadOnlyList<Tile>> ReadAsync(ReadSession session, long size, IReadOnlyList<TileAddress> addresses, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, session.Head.Entry);
        if (session.Head.ProjectionVersion < Projection.ProjectionVersion.WithTree)
            throw new TreeMissingException(session.Head.ProjectionVersion);
        var rows = await session.RowsAsync(
            TileTable.Select(session.Generation),
            TileTable.Read,
            cancellationToken,
            addresses.Select(address => (short)address.Level).ToArray(),
            addresses.Select(address => address.Index).ToArray());
        return TileTable.Match(addresses, rows);
    }

    private static async Task<TileSet> ReadAsync(ReadSession session, long size, IReadOnlyList<TreeRange> ranges, CancellationToken cancellationToken) =>
        new(size, await ReadAsync(session, size, TileSet.NeededFor(size, ranges), cancellationToken));
}
