using Archive.Domain.Ledger.Trees;
using Archive.Evidence;
using Archive.Ledger;

namespace Archive.Snapshots;

/// <summary>What packages hold beside documents, out of the same database snapshot. Only for whoever sees everything.</summary>
internal sealed partial class Snapshot
{
    private const int ProofsAtOnce = 500;

    /// <summary>Inclusion proofs of entries in the tree of a size, a few at a time.</summary>
    public async IAsyncEnumerable<InclusionProof> ProofsAsync(IEnumerable<long> entries, long size)
    {
        foreach (var some in entries.Chunk(ProofsAtOnce))
        {
            var needed = TileSet.NeededFor(size, some.SelectMany(entry => InclusionProof.RangesFor(entry - 1, size)));
            var tiles = new TileSet(size, await LedgerTree.ReadAsync(session, size, needed, cancellationToken));
            foreach (var entry in some)
                yield return InclusionProof.From(entry - 1, size, tiles);
        }
    }

    /// <summary>Kept words with their salts: those that are there.</summary>
    public Task<List<(string Digest, byte[] Salt, byte[] Content)>> KeptAsync(IEnumerable<string> digests) => session.RowsAsync(
        KeptStore.FindSql, row => (row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)), cancellationToken, [digests.ToArray()]);
}
