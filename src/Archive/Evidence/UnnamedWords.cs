using Archive.EventLog;
using Archive.Ledger;
using Npgsql;

namespace Archive.Evidence;

/// <summary>Words that were kept by reference from events whose own words were erased from the log: nothing names them any more.</summary>
internal sealed class UnnamedWords(NpgsqlDataSource database)
{
    /// <param name="log">The log, without the words.</param>
    /// <param name="erased">The entries that lost theirs.</param>
    /// <param name="cancellationToken">Stops before the next stream.</param>
    public async Task DestroyAsync(IEventLog log, IEnumerable<LedgerEntry> erased, CancellationToken cancellationToken)
    {
        await KeptTables.EnsureAsync(database, cancellationToken);
        foreach (var entries in erased.GroupBy(entry => entry.Stream, StringComparer.Ordinal))
        {
            // A correction repeats quotes under their digests: what the rest of the stream names stays.
            var named = KeptSweep.NamedBy(await log.ReadStreamAsync(entries.Key, cancellationToken));
            await using var command = database.CreateCommand($"delete from {KeptTables.Kept} where stream = $1 and command = any($2) and not digest = any($3)");
            command.Parameters.Add(new() { Value = entries.Key });
            command.Parameters.Add(new() { Value = entries.Select(entry => entry.Command).Distinct().ToArray() });
            command.Parameters.Add(new() { Value = named.ToArray() });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
