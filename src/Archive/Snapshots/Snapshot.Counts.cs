using System.Text.Json;
using Archive.Domain.Claims;
using Archive.Domain.Events;

namespace Archive.Snapshots;

/// <summary>How many claims records have.</summary>
internal sealed partial class Snapshot
{
    /// <summary>How many claims of each status some records have, by record; of those that are withheld, how many there are.</summary>
    public async Task<ILookup<string, ClaimCount>> CountClaimsAsync(IReadOnlyCollection<string> records)
    {
        await using var batch = session.NewBatch();
        var (filed, nodes) = Filed;
        var counts = AskForCounts(batch, $"record = any($2) and {filed} {Holds}", [moment.Entry, records.ToArray(), .. nodes]);
        Govern(batch, asked =>
        {
            withholding.Governance.AskForRecords(asked, records);
            withholding.Governance.AskForClaimsOf(asked, [.. records]);
        });
        await batch.ExecuteAsync(cancellationToken);
        var closed = withholding.ClosedClaims();
        if (closed.Length == 0 && records.All(record => withholding.OfRecord(record) is null))
            return counts.ToLookup(count => count.Record, StringComparer.Ordinal);
        await using var again = session.NewBatch();
        var withheld = AskForCounts(again, $"stream = any($2) and record = any($3) and {Holds}", moment.Entry, closed, records.ToArray());
        await again.ExecuteAsync(cancellationToken);
        return counts.Select(count => withholding.OfRecord(count.Record) is null ? count : count with { Status = null })
            .Concat(withheld.Where(count => withholding.OfRecord(count.Record) is null)
                .SelectMany(count => (ClaimCount[])[count with { Claims = -count.Claims }, count with { Status = null }]))
            .ToLookup(count => count.Record, StringComparer.Ordinal);
    }

    private List<ClaimCount> AskForCounts(ReadBatch batch, string which, params object[] parameters) => batch.Rows(
        $"select record, data #>> '{"{state,status}"}', count(*)::integer from {session.Generation.ClaimVersions} where {which} and data #>> '{"{state,version}"}' <> '0' group by 1, 2",
        row => new ClaimCount(row.GetString(0), JsonSerializer.Deserialize<ClaimStatus>($"\"{row.GetString(1)}\"", ArchiveJson.Options), row.GetInt32(2)),
        parameters);
}
