using System.Text;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Proofs;
using Archive.Domain.Ledger.Trees;
using Archive.Evidence;
using Archive.Ledger;

namespace Archive.Snapshots;

/// <summary>What proofs are made of.</summary>
internal sealed partial class Snapshot
{
    /// <summary>Up to which the tree can be read, whatever the moment.</summary>
    public long HeadEntry => session.Head.Entry;

    /// <summary>Which of some events whoever asks may see whole, by what governs everything that they name at the ledger's head.</summary>
    public async Task<EventDisclosure> EventDisclosureAsync(IReadOnlyCollection<LedgerEntry> entries)
    {
        if (!withholding.IsNeeded)
            return new EventDisclosure(withholding, withholding.Role, Array.Empty<string>().ToLookup(_ => "", StringComparer.Ordinal));
        var targets = Ids(entries.Select(entry => entry.Stream), StreamName.SourcePrefix, StreamName.AuthorityPrefix);
        var naming = await session.RowsAsync(
            $"select to_stream, from_stream from {session.Generation.References} where to_stream = any($1)", row => (To: row.GetString(0), From: row.GetString(1)), cancellationToken, [targets]);
        var streams = entries.SelectMany(entry => entry.Refs.Prepend(entry.Stream)).Concat(naming.Select(row => row.From)).Distinct(StringComparer.Ordinal).ToArray();
        await using var batch = session.NewBatch();
        AskForGovernance(batch, Ids(streams, StreamName.ClaimPrefix).Select(StreamName.IdOf).ToArray());
        withholding.Governance.AskForRecords(batch, Ids(streams, StreamName.RecordPrefix).Select(StreamName.IdOf));
        withholding.Governance.AskForSources(batch, Ids(streams, StreamName.SourcePrefix).Select(StreamName.IdOf));
        await batch.ExecuteAsync(cancellationToken);
        return new EventDisclosure(withholding, withholding.Role, naming.ToLookup(row => row.To, row => row.From, StringComparer.Ordinal));
    }

    /// <summary>Those of some kept words that are there, each with its salt.</summary>
    public async Task<IReadOnlyList<ProvenWords>> KeptWordsAsync(IReadOnlyCollection<string> digests) => digests.Count == 0 ? [] : await session.RowsAsync(
        KeptStore.FindSql,
        row => Proven(KeptStore.ReadRow(row)),
        cancellationToken,
        [digests.ToArray()]);

    /// <summary>Proves that some entries stand in the tree of a size, up to the head's.</summary>
    public IAsyncEnumerable<InclusionProof> ProveInclusionAsync(IEnumerable<long> entries, long size) => LedgerTree.ProveInclusionAsync(session, entries, size, cancellationToken);

    public Task<ConsistencyProof> ProveConsistencyAsync(long formerSize, long size) => LedgerTree.ProveConsistencyAsync(session, formerSize, size, cancellationToken);

    public Task<Sha256Digest> RootAsync(long size) => LedgerTree.FindRootAsync(session, size, cancellationToken);

    private static ProvenWords Proven(KeptRow kept) => new(Sha256Digest.Parse(kept.Digest), kept.Salt, Encoding.UTF8.GetBytes(kept.Content));

    private static string[] Ids(IEnumerable<string> streams, params string[] prefixes) =>
        streams.Where(stream => Array.Exists(prefixes, prefix => stream.StartsWith(prefix, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal).ToArray();
}
