using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.Evidence;
using Archive.Projection;

namespace Archive.Snapshots;

/// <summary>
/// What was erased of streams, as it is now, whatever moment an answer is of: what is gone is gone from old states too, and they say why.
/// </summary>
internal static class ErasureMarks
{
    /// <param name="session">The answer's database snapshot.</param>
    /// <param name="table">The versions' table.</param>
    /// <param name="streams">The streams in question.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>For each stream of which anything was ordered to be erased, every such order with its outcome.</returns>
    public static async Task<IReadOnlyDictionary<string, ValueList<Erasure>>> FindAsync(
        ReadSession session, string table, IReadOnlyCollection<string> streams, CancellationToken cancellationToken)
    {
        if (streams.Count == 0)
            return new Dictionary<string, ValueList<Erasure>>(StringComparer.Ordinal);
        var rows = await session.RowsAsync(
            $"""
            select version.stream, version.data #> array['state', 'erased'],
                coalesce((select jsonb_object_agg(done.number::text, done.outcome) from {ErasureTables.Destructions} done where done.stream = version.stream), jsonb_build_object())
            from {table} version where version.stream = any($1) and version.to_entry = {IVersion.Open} and version.data #> array['state', 'erased'] is not null
            """,
            row => (Stream: row.GetString(0), Erased: Read<ValueList<Erasure>>(row.GetFieldValue<byte[]>(1)), Outcomes: Read<Dictionary<string, ErasureOutcome>>(row.GetFieldValue<byte[]>(2))),
            cancellationToken,
            [streams.ToArray()]);
        return rows.ToDictionary(
            row => row.Stream,
            row => row.Erased.Select(erasure => erasure with
            {
                Outcome = row.Outcomes.TryGetValue(erasure.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), out var outcome) ? outcome : ErasureOutcome.Pending,
            }).ToValueList(),
            StringComparer.Ordinal);
    }

    private static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, ArchiveJson.Options)!;
}
