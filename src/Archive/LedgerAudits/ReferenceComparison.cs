using System.Text.Json;
using Archive.Domain.Events;
using Archive.Ledger;
using Archive.Projection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>References between streams, as an audit compares them.</summary>
internal sealed class ReferenceComparison(NpgsqlDataSource database, GenerationStore generation)
{
    private readonly List<(StreamReference Made, long There)> _older = [];

    /// <summary>How many there should be, of the audited entries.</summary>
    public long Made { get; set; }

    public void Compare(BatchComparison comparison, IReadOnlyList<StreamReference> made)
    {
        if (made.Count == 0)
            return;
        _older.Clear();
        // One that was made long before is made again where that was forgotten: the first entry that says so stays.
        const string Earlier = "kept.first_entry < asked.first_entry";
        comparison.Rows(generation.Tables.References, made, column => column switch
        {
            "first_entry" => $"case when {Earlier} then kept.first_entry else asked.first_entry end",
            "data" => $"case when {Earlier} then jsonb_set(asked.data, '{{firstEntry}}', to_jsonb(kept.first_entry)) else asked.data end",
            _ => null,
        }, (place, difference) => difference with { Part = LedgerPart.Reference, Entry = made[place].FirstEntry, Stream = made[place].FromStream, Document = made[place].Id });
        comparison.AskAll(
            new NpgsqlBatchCommand(
                $"select asked.place - 1, kept.first_entry from unnest($1, $2) with ordinality as asked (id, first_entry, place) join {generation.References} as kept on kept.id = asked.id where {Earlier}")
            {
                Parameters =
                {
                    new() { Value = made.Select(reference => reference.Id).ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Varchar },
                    new() { Value = made.Select(reference => reference.FirstEntry).ToArray() },
                },
            },
            row => _older.Add((made[(int)row.GetInt64(0)], row.GetInt64(1))));
    }

    /// <summary>Of those that are said to have been made before: whether the entry that is named made them. It was audited, so that its row is what its event says.</summary>
    /// <param name="made">How many the batch made, old ones included.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<LedgerDifference?> CheckOlderAsync(int made, CancellationToken cancellationToken)
    {
        if (made == 0)
            return null;
        Made += made - _older.Count;
        if (_older.Count == 0)
            return null;
        var entries = new Dictionary<long, LedgerEntry>();
        await using (var command = database.CreateCommand($"select data from {generation.Entries} where id = any($1)"))
        {
            command.Parameters.Add(new() { Value = _older.Select(older => older.There).Distinct().ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var entry = JsonSerializer.Deserialize<LedgerEntry>(reader.GetFieldValue<byte[]>(0), ArchiveJson.Options)!;
                entries[entry.Id] = entry;
            }
        }

        foreach (var (reference, there) in _older)
        {
            if (!entries.TryGetValue(there, out var entry) || !StreamReferences.Of(entry.Stream, entry.Refs).Contains((reference.FromStream, reference.ToStream)))
            {
                return LedgerDifference.OfRow(
                    LedgerPart.Reference, DifferenceKind.Changed, $"The reference {reference.Id} is said to stand since entry {there}, which says no such thing.", reference.Id, reference.FirstEntry, reference.FromStream) with
                {
                    Members = ["first_entry", "/firstEntry"],
                    Expected = $"at most {reference.FirstEntry}",
                    Found = $"{there}",
                };
            }
        }

        return null;
    }
}
