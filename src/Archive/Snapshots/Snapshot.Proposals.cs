using System.Text.Json;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Projection;
using Archive.Reviews;

namespace Archive.Snapshots;

/// <summary>Claims with what is proposed on them.</summary>
internal sealed partial class Snapshot
{
    /// <summary>Builds before projection version 3 stop at the first proposal, and so have none among what they projected.</summary>
    private bool KnowsNoProposals => session.Head.ProjectionVersion < 3;

    /// <summary>Claims with proposals, recorded ones and those that are only proposed.</summary>
    /// <param name="onlyOpen">With proposals that wait.</param>
    /// <param name="record">Of this record.</param>
    /// <param name="claim">This one.</param>
    public async Task<List<ClaimVersion>> ProposedOnAsync(bool onlyOpen, string? record, string? claim)
    {
        if (KnowsNoProposals)
            return [];
        var table = session.Generation.ClaimVersions;
        var parameters = new List<object> { moment.Entry, Nodes };
        var sql = $"select data from {table} where node = any($2) and {Holds} and "
            + (onlyOpen ? GenerationIndexes.HasOpenProposals : $"stream in (select stream from {table} where from_entry <= $1 and {GenerationIndexes.IsOfProposal})")
            + Only("record", record)
            + Only("stream", claim is null ? null : StreamName.OfClaim(claim));
        return await DisclosedAsync(await session.DocumentsAsync<ClaimVersion>(sql, cancellationToken, [.. parameters]));

        string Only(string column, string? value)
        {
            if (value is null)
                return "";
            parameters.Add(value);
            return $" and {column} = ${parameters.Count}";
        }
    }

    /// <summary>What happened to the proposals of some streams up to the moment, in entry order.</summary>
    public Task<List<ProposalStep>> ProposalStepsAsync(IEnumerable<string> streams) => session.RowsAsync(
        $"select stream, from_entry, data -> 'change' from {session.Generation.ClaimVersions} where stream = any($2) and from_entry <= $1 and {GenerationIndexes.IsOfProposal} order by from_entry",
        row => new ProposalStep(row.GetString(0), row.GetInt64(1), JsonSerializer.Deserialize<Change>(row.GetFieldValue<byte[]>(2), ArchiveJson.Options)!),
        cancellationToken,
        moment.Entry,
        streams.ToArray());

    /// <summary>The version of a claim that an entry made.</summary>
    public async Task<ClaimVersion> ClaimSinceAsync(string stream, long entry) => (await DisclosedAsync(await session.DocumentsAsync<ClaimVersion>(
        $"select data from {session.Generation.ClaimVersions} where stream = $1 and from_entry = $2", cancellationToken, stream, entry))).Single();
}
