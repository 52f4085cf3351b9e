using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Projection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archive.Ledger;

/// <summary>
/// The keys that the ledger names, in <c>archive.ledger_key</c>. A private key is used only where its public half stands there: whatever lies in a folder
/// signs nothing by lying there.
/// </summary>
internal sealed partial class LedgerKeys(NpgsqlDataSource database, KeyFiles files, ProjectionProgress progress, TimeProvider clock, ILogger<LedgerKeys> logger)
{
    /// <summary>Every key that the ledger ever named, those of former log names too, each log's in the order in which they were named.</summary>
    public async Task<IReadOnlyList<LedgerKey>> ListAsync(CancellationToken cancellationToken) =>
        await ReadAsync((await progress.ReadHeadAsync(cancellationToken)).LogName, onlyThese: false, cancellationToken);

    /// <summary>The keys of a log name.</summary>
    public Task<IReadOnlyList<LedgerKey>> ListAsync(string log, CancellationToken cancellationToken) => ReadAsync(log, onlyThese: true, cancellationToken);

    /// <summary>The keys that sign, the first of which is made where the ledger names none yet.</summary>
    /// <param name="log">The log name.</param>
    /// <param name="size">The last entry.</param>
    /// <param name="cancellationToken">Stops; a file that was made and not named is found by the next who asks.</param>
    /// <returns>None where no key can be made here, and why.</returns>
    public async Task<(IReadOnlyList<LedgerKey> Signing, Refusal? WhyNone)> FindSigningAsync(string log, long size, CancellationToken cancellationToken)
    {
        var named = await ListAsync(log, cancellationToken);
        if (named.Count == 0)
        {
            if (await NameFirstAsync(log, size, cancellationToken) is { } why)
                return ([], why);
            named = await ListAsync(log, cancellationToken);
        }

        return ([.. named.Where(key => key.State != LedgerKeyState.Retired)], null);
    }

    /// <summary>Names a key; of two who name one at once under the same number, one does.</summary>
    /// <returns>Whether this key has the number.</returns>
    internal async Task<bool> NameAsync(string log, int number, VerifierKey key, long since, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(CheckpointTable.Durable));
        batch.BatchCommands.Add(new(CheckpointTable.TurnSql) { Parameters = { new() { Value = log } } });
        // The ledger may have come further, and been signed, since its head was read: those checkpoints do not lack this key.
        batch.BatchCommands.Add(new($"insert into {LedgerTables.Keys} (log, number, verifier, since, made_at) values ($1, $2, $3, greatest($4, {CheckpointTable.LargestSql}), $5) on conflict do nothing")
        {
            Parameters = { new() { Value = log }, new() { Value = number }, new() { Value = key.ToString() }, new() { Value = since }, new() { Value = clock.GetUtcNow().UtcDateTime } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return (await ListAsync(log, cancellationToken)).Any(named => named.Number == number && named.Verifier.Equals(key));
    }

    private async Task<Refusal?> NameFirstAsync(string log, long since, CancellationToken cancellationToken)
    {
        if (files.FindUnnamed(log) is { } left)
        {
            await NameAsync(log, 1, left, since, cancellationToken);
            return null;
        }

        var (made, whyNot) = files.Make(log);
        if (made is null)
            return whyNot;
        if (await NameAsync(log, 1, made, since, cancellationToken))
        {
            LogNamed(made.ToString());
        }
        else
        {
            files.Discard(made);
            LogDiscarded(made.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        }

        return null;
    }

    private async Task<IReadOnlyList<LedgerKey>> ReadAsync(string log, bool onlyThese, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select log, number, verifier, since, made_at, until, retired_at, lost,
                number = max(number) filter (where retired_at is null) over (partition by log)
            from {LedgerTables.Keys} where not $2 or log = $1 order by log <> $1, log, number
            """);
        command.Parameters.Add(new() { Value = log });
        command.Parameters.Add(new() { Value = onlyThese });
        var keys = new List<LedgerKey>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!VerifierKey.TryParse(reader.GetString(2), out var verifier) || verifier.Name != reader.GetString(0))
                throw new CheckpointAlteredException($"The key {reader.GetInt32(1)} of the log {reader.GetString(0)} is no verifier key of it.");
            keys.Add(new LedgerKey(
                reader.GetString(0),
                reader.GetInt32(1),
                reader.GetString(2),
                // A log that went on under another name signs nothing under the former one.
                !reader.IsDBNull(6) || reader.GetString(0) != log ? LedgerKeyState.Retired : reader.GetBoolean(8) ? LedgerKeyState.Current : LedgerKeyState.Retiring,
                reader.GetInt64(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.IsDBNull(5) ? null : reader.GetInt64(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetBoolean(7)));
        }

        return keys;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The ledger's checkpoints are signed by a new key: {Key}")]
    private partial void LogNamed(string key);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another node named the ledger's first key meanwhile; the key {Id} that was made here is thrown away. Give this node the file of the ledger's key, or share one folder")]
    private partial void LogDiscarded(string id);
}
