using System.Globalization;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Ledger;
using Archive.Projection;
using Npgsql;
using NpgsqlTypes;

namespace Archive.LedgerAudits;

/// <summary>The documents of one kind of stream, as an audit compares them.</summary>
internal sealed class VersionComparison<TVersion>(RowTable<TVersion> table, string name, string prefix, LedgerAuditState state) : IVersionComparison
    where TVersion : class, IVersion
{
    public string Table => name;

    public string Prefix => prefix;

    public long Made { get; set; } = state.Of(prefix).Made;

    public long Begun { get; set; } = state.Of(prefix).Begun;

    /// <summary>Asks for the versions that are open as of the audited entries, by the last entry of each stream: they were compared when they were made.</summary>
    public void Load(NpgsqlBatch batch, List<Func<NpgsqlDataReader, Task>> reads, OpenVersions<TVersion> open, IReadOnlyDictionary<string, long> last, CancellationToken cancellationToken)
    {
        var missing = last.Where(stream => stream.Key.StartsWith(prefix, StringComparison.Ordinal) && open.Find(stream.Key) is null).Select(stream => $"{stream.Key}@{stream.Value}").ToArray();
        if (missing.Length == 0)
            return;
        batch.BatchCommands.Add(new($"select data from {name} where id = any($1)") { Parameters = { new() { Value = missing, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar } } });
        reads.Add(async reader =>
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (TryParse(reader.GetFieldValue<byte[]>(0)) is not { } version)
                    continue;
                version.ToEntry = IVersion.Open;
                open.Put(version);
            }
        });
    }

    /// <param name="comparison">Where it is asked.</param>
    /// <param name="made">What the batch made, as it stands at its end.</param>
    /// <param name="closed">What it closed of what was there before.</param>
    /// <param name="upTo">Its last entry.</param>
    public void Compare(BatchComparison comparison, IReadOnlyList<TVersion> made, IReadOnlyList<TVersion> closed, long upTo)
    {
        Made += made.Count;
        // A version that the batch left open may have been closed by a later entry: then it is compared anew with that, and stands here with what it says itself.
        var open = $"asked.to_entry = {IVersion.Open} and kept.to_entry > {upTo}";
        comparison.Rows(table, made, column => column switch
        {
            "to_entry" => $"case when {open} then kept.to_entry else asked.to_entry end",
            "node" => $"case when {open} and kept.to_entry < {IVersion.Open} then kept.node else asked.node end",
            "data" => "case when kept.to_entry = asked.to_entry then asked.data else jsonb_set(asked.data, '{toEntry}', to_jsonb(kept.to_entry)) end",
            _ => null,
        }, (place, difference) => difference with
        {
            Part = LedgerPart.Version,
            Entry = EntryOf(made[place], difference),
            Stream = made[place].Stream,
            Document = made[place].Id,
        });
        if (closed.Count == 0)
            return;
        var closings = closed.Select(version => (version.Id, version.Stream, version.ToEntry, version.Node)).ToArray();
        comparison.Ask(
            new NpgsqlBatchCommand(
                $"""
                select asked.place - 1, kept.to_entry, kept.node, (kept.data -> 'toEntry')::text
                from unnest($1, $2, $3) with ordinality as asked (id, to_entry, node, place) left join {name} as kept on kept.id = asked.id
                where (kept.to_entry, kept.node, (kept.data -> 'toEntry')::text) is distinct from (asked.to_entry, asked.node, asked.to_entry::text)
                order by asked.place limit 1
                """)
            {
                Parameters =
                {
                    new() { Value = closings.Select(version => version.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                    new() { Value = closings.Select(version => version.ToEntry).ToArray() },
                    new() { Value = closings.Select(version => version.Node).ToArray() },
                },
            },
            row =>
            {
                var (id, stream, toEntry, node) = closings[row.GetInt64(0)];
                return LedgerDifference.OfRow(
                    LedgerPart.Version,
                    row.IsDBNull(1) ? DifferenceKind.Missing : DifferenceKind.Changed,
                    row.IsDBNull(1) ? $"The document {id} is not there." : $"The document {id} says otherwise up to which entry it held.",
                    id,
                    row.IsDBNull(1) ? toEntry : Math.Min(toEntry, row.GetInt64(1)),
                    stream) with
                {
                    Members = row.IsDBNull(1) ? null : ["to_entry", "node", "/toEntry"],
                    Expected = $"up to entry {toEntry}, node {node}",
                    Found = row.IsDBNull(1) ? null : $"up to entry {row.GetInt64(1)}, node {row.GetInt64(2)}, /toEntry {(row.IsDBNull(3) ? "absent" : row.GetString(3))}",
                };
            });
    }

    /// <summary>The entry that made it; or that closed it, where nothing but that differs.</summary>
    private static long EntryOf(TVersion made, LedgerDifference difference) =>
        difference.Members is ["to_entry", ..] members && members.All(member => member is "to_entry" or "node")
            && long.TryParse(difference.Expected, CultureInfo.InvariantCulture, out var expected) && long.TryParse(difference.Found, CultureInfo.InvariantCulture, out var found)
            ? Math.Min(expected, found)
            : made.FromEntry;

    private static TVersion? TryParse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<TVersion>(json, ArchiveJson.Options);
        }
        catch (JsonException)
        {
            // It was changed since it was compared: what is folded without it differs, and is named.
            return null;
        }
    }
}
