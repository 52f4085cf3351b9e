using Archive.Domain.Ledger.Notes;
using Npgsql;
using NpgsqlTypes;

namespace Archive.Ledger;

/// <summary>Statements on the kept checkpoints.</summary>
internal static class CheckpointTable
{
    /// <summary>What was signed may be handed out at once: no crash takes it back.</summary>
    public const string Durable =
        "select set_config('synchronous_commit', case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, true)";

    /// <summary>Answers <see cref="Read"/>; a condition follows.</summary>
    public const string Select = $"select note, signed_at from {LedgerTables.Checkpoints}";

    /// <summary>The latest of the log name <c>$1</c>.</summary>
    public const string SelectLast = Select + " where log = $1 order by size desc limit 1";

    public static KeptCheckpoint Read(NpgsqlDataReader row)
    {
        return CheckpointNote.TryParse(row.GetString(0), out var read, out _)
            ? new KeptCheckpoint(read.Checkpoint, read.Note, row.GetFieldValue<DateTimeOffset>(1))
            : throw new CheckpointAlteredException("One of the checkpoints is none.");
    }

    /// <summary>Whoever keeps a checkpoint or changes the keys of the log name <c>$1</c> takes a turn: numbers have no gaps, and every checkpoint is of the keys that stand when it is kept.</summary>
    public const string TurnSql = "select pg_advisory_xact_lock(hashtextextended('archive checkpoint ' || $1, 0))";

    private const string KeepSql =
        $"""
        with counted as (
            insert into {LedgerTables.Counts} as counts (log, checkpoints) select $1, 1 where not exists (select from {LedgerTables.Checkpoints} where log = $1 and size = $2)
                and ($6::integer[] is null or $6 = array(select number from {LedgerTables.Keys} where log = $1 and retired_at is null order by number))
            on conflict (log) do update set checkpoints = counts.checkpoints + 1 returning checkpoints)
        insert into {LedgerTables.Checkpoints} (log, number, size, root, note, signed_at) select $1, checkpoints, $2, $3, $4, $5 from counted
        """;

    /// <summary>The largest size that was kept under the log name <c>$1</c>, or 0. Behind <see cref="TurnSql"/> no other becomes it meanwhile.</summary>
    public const string LargestSql = $"coalesce((select max(size) from {LedgerTables.Checkpoints} where log = $1), 0)";

    /// <summary>Keeps a checkpoint under the next number, unless there is one of that size already.</summary>
    /// <param name="database">The database.</param>
    /// <param name="signed">The checkpoint.</param>
    /// <param name="keys">Numbers of the keys that its signer found unretired, in order; null for one that was kept before, elsewhere.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What is kept of that size; null where the keys were changed meanwhile, so that nothing is.</returns>
    public static async Task<KeptCheckpoint?> KeepAsync(NpgsqlDataSource database, KeptCheckpoint signed, int[]? keys, CancellationToken cancellationToken)
    {
        var checkpoint = signed.Checkpoint;
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(Durable));
        batch.BatchCommands.Add(new(TurnSql) { Parameters = { new() { Value = checkpoint.Origin } } });
        batch.BatchCommands.Add(new(KeepSql)
        {
            Parameters =
            {
                new() { Value = checkpoint.Origin },
                new() { Value = checkpoint.Size },
                new() { Value = checkpoint.Root.ToArray() },
                new() { Value = signed.Note.ToString() },
                new() { Value = signed.SignedAt.UtcDateTime },
                new() { Value = (object?)keys ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return await FindAsync(database, Select + " where log = $1 and size = $2", cancellationToken, checkpoint.Origin, checkpoint.Size);
    }

    /// <summary>Adds signatures to a kept checkpoint; those of keys that signed it already are left out.</summary>
    /// <returns>It, as it is kept now; null where there is none of that size.</returns>
    public static async Task<KeptCheckpoint?> AddAsync(
        NpgsqlDataSource database, string log, long size, IEnumerable<NoteSignature> signatures, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        KeptCheckpoint? kept;
        await using (var find = new NpgsqlBatch(connection, transaction) { BatchCommands = { new(Durable), new(Select + " where log = $1 and size = $2 for update") { Parameters = { new() { Value = log }, new() { Value = size } } } } })
        {
            await using var reader = await find.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            kept = await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
        }

        if (kept is null)
            return null;
        kept = kept with { Note = kept.Note.With(signatures) };
        await using var change = new NpgsqlCommand($"update {LedgerTables.Checkpoints} set note = $3 where log = $1 and size = $2", connection, transaction)
        {
            Parameters = { new() { Value = log }, new() { Value = size }, new() { Value = kept.Note.ToString() } },
        };
        await change.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return kept;
    }

    public static async Task<KeptCheckpoint?> FindAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }
}
