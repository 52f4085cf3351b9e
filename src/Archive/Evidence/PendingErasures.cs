using System.Text.Json;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Npgsql;

namespace Archive.Evidence;

/// <summary>Finds the orders to erase that are in the ledger and were not carried out.</summary>
internal sealed class PendingErasures(NpgsqlDataSource database, Generations generations, IEventLog log)
{
    public const string OrderType = "content-erased.v1";

    /// <summary>Condition on ledger entries, of which there is an index; the very text matters.</summary>
    public const string IsOrder = $"data ->> 'type' = '{OrderType}'";

    /// <returns>In entry order.</returns>
    public async Task<IReadOnlyList<PendingErasure>> FindAsync(CancellationToken cancellationToken)
    {
        var generation = await generations.FindCurrentAsync(cancellationToken);
        var entries = new List<LedgerEntry>();
        await using (var command = database.CreateCommand(
            $"select data from {generation.Entries} where {IsOrder} and not exists (select from {ErasureTables.Destructions} done where done.entry = id) order by id"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                entries.Add(JsonSerializer.Deserialize<LedgerEntry>(reader.GetFieldValue<byte[]>(0), ArchiveJson.Options)!);
        }

        var pending = new List<PendingErasure>();
        foreach (var entry in entries)
        {
            var past = (await log.ReadStreamAsync(entry.Stream, cancellationToken)).Take((int)entry.Revision + 1).ToArray();
            if (past.Length == entry.Revision + 1 && past[^1].Happened() is ContentErased order)
                pending.Add(new PendingErasure(entry.Id, order, past));
        }

        return pending;
    }
}
