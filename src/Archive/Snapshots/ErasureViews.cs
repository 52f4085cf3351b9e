using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.Evidence;
using Archive.Ledger;

namespace Archive.Snapshots;

/// <summary>Reads orders to erase from the versions that they brought about.</summary>
internal static class ErasureViews
{
    /// <returns>In entry order.</returns>
    public static async Task<List<ErasureView>> FindAsync(ReadSession session, Moment moment, CancellationToken cancellationToken)
    {
        var generation = session.Generation;
        var entries = await session.DocumentsAsync<LedgerEntry>($"select data from {generation.Entries} where {PendingErasures.IsOrder} and id <= $1 order by id", cancellationToken, moment.Entry);
        if (entries.Count == 0)
            return [];
        var records = (await session.RowsAsync(ErasureRecords.SelectSql, ErasureRecords.Read, cancellationToken)).ToDictionary(record => record.Entry);
        var orders = new Dictionary<long, (Erasure Erasure, string? Words)>();
        string[] ids = [.. entries.Select(entry => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Stream}@{entry.Id}"))];
        foreach (var table in new[] { generation.ClaimVersions, generation.SourceVersions, generation.ActorVersions })
        {
            var found = await session.RowsAsync(
                $"select from_entry, data #> array['state', 'erased', '-1'], data #>> array['change', 'words'] from {table} where id = any($1)",
                row => (Entry: row.GetInt64(0), Erasure: JsonSerializer.Deserialize<Erasure>(row.GetFieldValue<byte[]>(1), ArchiveJson.Options)!, Words: row.IsDBNull(2) ? null : row.GetString(2)),
                cancellationToken,
                [ids]);
            foreach (var (entry, erasure, words) in found)
                orders[entry] = (erasure, words);
        }

        return entries.ConvertAll(entry =>
        {
            var ((erasure, words), record) = (orders[entry.Id], records.GetValueOrDefault(entry.Id));
            return new ErasureView(entry.ToView(), erasure with { Outcome = record?.Outcome ?? ErasureOutcome.Pending }, words, record);
        });
    }
}
