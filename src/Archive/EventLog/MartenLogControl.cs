using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Archive.EventLog;

/// <summary>
/// The table <c>identity</c> of the log's schema: one row, which says what log this is and what it is being filled from. The end of the log is an event of its own,
/// in a stream that no entry comes from.
/// </summary>
internal sealed class MartenLogControl(NpgsqlDataSource database, MartenLogTables tables) : ILogControl
{
    /// <summary>Make the table, and the columns that former versions did not have.</summary>
    private readonly string[] _ensureSql =
    [
        $"create table if not exists {tables.Identity} (single boolean primary key default true check (single), log_id uuid not null default gen_random_uuid(), log_name text not null default '')",
        $"alter table {tables.Identity} add column if not exists predecessors jsonb not null default '[]'",
        $"alter table {tables.Identity} add column if not exists restoring text",
        // The planner asks for nothing in them, and what is erased later would stand on in the statistics.
        $"alter table {tables.Events} alter column data set statistics 0, alter column headers set statistics 0",
    ];

    /// <summary>One row, made with its name: a log without one is never seen.</summary>
    private readonly string _nameSql =
        $"""
        with new as (select gen_random_uuid() as id)
        insert into {tables.Identity} (log_id, log_name) select id, coalesce($1, 'archive.local/' || left(id::text, 8)) from new on conflict do nothing
        """;

    /// <summary>The same of a log that is born to be filled: at no moment does it take anything else.</summary>
    private readonly string _bornSql = $"insert into {tables.Identity} (log_id, log_name, predecessors, restoring) values ($1, $2, $3, $4) on conflict do nothing";

    /// <summary>Under the append lock: nobody appends between the look and the mark.</summary>
    private readonly string _fillSql =
        $"""
        update {tables.Identity} set log_id = $1, log_name = $2, predecessors = $3, restoring = $4
        where restoring is not null or not exists (select from {tables.Events} where {MartenLogTables.IsEntrys})
        """;

    /// <summary>Whether the table has the columns of this version.</summary>
    private readonly string _isPresentSql =
        $"select exists (select from pg_attribute where attrelid = to_regclass('{tables.Identity}') and attname = 'restoring' and not attisdropped)";

    private readonly string _closeSql =
        $"""
        with begun as (insert into {tables.Streams} (id, version) values ('{MartenLogStore.ControlStream}', 1) on conflict (id) do nothing returning id)
        insert into {tables.Events} (seq_id, id, stream_id, version, type, data, timestamp, mt_dotnet_type)
        select nextval('{tables.Sequence}'), $1, begun.id, 1, $2, $3, $4, '' from begun
        """;

    public string Place => "the database of ARCHIVE_POSTGRES or ARCHIVE_HOME";

    /// <summary>A log of a former build gets what this one needs beside it.</summary>
    public async Task<LogState?> FindAsync(CancellationToken cancellationToken)
    {
        await using (var command = database.CreateCommand($"select to_regclass('{tables.Identity}') is not null"))
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is not true)
                return null;
        }

        await EnsureAsync(Naming(null), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async Task<LogState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select log_id, log_name, predecessors, restoring, (select data from {tables.Events} where stream_id = '{MartenLogStore.ControlStream}')
            from {tables.Identity}
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            throw new InvalidOperationException($"The table {tables.Identity} is empty: this is not a whole archive. Restore it from a backup.");
        return new LogState(
            new LogIdentity(reader.GetGuid(0), reader.GetString(1), JsonSerializer.Deserialize<ValueList<LogPredecessor>>(reader.GetString(2), ArchiveJson.Options)!),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            reader.IsDBNull(4) ? null : JsonSerializer.Deserialize<LogClosure>(reader.GetFieldValue<byte[]>(4), ArchiveJson.Options));
    }

    public async Task<LogState> OpenAsync(string? name, CancellationToken cancellationToken)
    {
        await EnsureAsync(Naming(name), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async Task BeginFillingAsync(LogIdentity identity, string from, CancellationToken cancellationToken)
    {
        await EnsureAsync(Filling(_bornSql, identity, from), cancellationToken);
        var fill = Filling(_fillSql, identity, from);
        await UnderAppendLockAsync(fill, cancellationToken);
        if (fill.RecordsAffected != 1)
            throw new LogRefusedException(new Refusal("log-not-empty", $"The event log in {Place} has entries: somebody has just written to it. Name an empty place. Nothing was changed."));
    }

    public async Task EndFillingAsync(CancellationToken cancellationToken)
    {
        if (tables != MartenLogTables.InUse)
        {
            await TakePlaceAsync(cancellationToken);
            return;
        }

        await using var command = database.CreateCommand($"update {tables.Identity} set restoring = null");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Under the append lock, so that it stands behind every event that was answered, and every append after it sees it.</summary>
    public async Task CloseAsync(LogClosure closure, CancellationToken cancellationToken)
    {
        await UnderAppendLockAsync(
            new NpgsqlBatchCommand(_closeSql)
            {
                Parameters =
                {
                    new() { Value = EventId.Of(closure.Successor, MartenLogStore.ControlStream, 0) },
                    new() { Value = LogClosure.EventType },
                    new() { Value = JsonSerializer.SerializeToUtf8Bytes(closure, ArchiveJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
                    new() { Value = closure.ClosedAt.UtcDateTime },
                },
            },
            cancellationToken);
    }

    /// <summary>
    /// Only of a log that is beside the one in use. Its tables go with all that was filled in: nobody was ever told of it.
    /// </summary>
    public async Task<bool> TryDiscardAsync(CancellationToken cancellationToken)
    {
        if (tables == MartenLogTables.InUse)
            return false;
        await using var command = database.CreateCommand($"drop schema if exists {tables.Schema} cascade");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Both schemas get other names and the mark goes, in one transaction. Under the append lock: whoever appends has one of the logs before it, whole, and
    /// the other behind it.
    /// </summary>
    private async Task TakePlaceAsync(CancellationToken cancellationToken)
    {
        var former = await new MartenLogControl(database, MartenLogTables.InUse).ReadAsync(cancellationToken);
        if (former.Closed is null)
            throw new InvalidOperationException($"The log {former.Identity.Id} is not closed, so that none takes its place.");
        var inUse = MartenLogTables.InUse;
        await UnderAppendLockAsync(
            [
                new NpgsqlBatchCommand($"alter schema {inUse.Schema} rename to {MartenLogTables.Closed(former.Identity.Id).Schema}"),
                new NpgsqlBatchCommand($"alter schema {tables.Schema} rename to {inUse.Schema}"),
                new NpgsqlBatchCommand($"update {inUse.Identity} set restoring = null"),
            ],
            cancellationToken);
        // Marten's functions say in their text in which schema they were made.
        await new MartenLogStore(database, inUse).CreateTablesAsync();
    }

    /// <summary>The schema gets another name, with all that is in it.</summary>
    public async Task<string?> SetAsideAsync(Guid id, CancellationToken cancellationToken)
    {
        var kept = MartenLogTables.Closed(id).Schema;
        await TableCreation.EnsureAsync(
            database,
            async () => !await IsThereAsync(id, cancellationToken),
            async connection =>
            {
                if ((await ReadAsync(cancellationToken)).Closed is null)
                    throw new InvalidOperationException($"The log {id} is not closed, so it is not set aside.");
                await using var rename = new NpgsqlCommand($"alter schema {tables.Schema} rename to {kept}", connection);
                await rename.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);
        return $"schema {kept} in {Place}";
    }

    private async Task<bool> IsThereAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsPresentAsync(cancellationToken))
            return false;
        await using var command = database.CreateCommand($"select exists (select from {tables.Identity} where log_id = $1)");
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private NpgsqlBatchCommand Naming(string? name) =>
        new(_nameSql) { Parameters = { new() { Value = (object?)name ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } } };

    private static NpgsqlBatchCommand Filling(string sql, LogIdentity identity, string from) => new(sql)
    {
        Parameters =
        {
            new() { Value = identity.Id },
            new() { Value = identity.Name },
            new() { Value = JsonSerializer.SerializeToUtf8Bytes(identity.Predecessors, ArchiveJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new() { Value = from },
        },
    };

    private Task UnderAppendLockAsync(NpgsqlBatchCommand command, CancellationToken cancellationToken) => UnderAppendLockAsync([command], cancellationToken);

    private async Task UnderAppendLockAsync(IReadOnlyList<NpgsqlBatchCommand> commands, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { new NpgsqlBatchCommand("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = MartenLogStore.AppendLock } } } },
        };
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The table and its row come in one transaction: a log without one is never seen.</summary>
    private Task EnsureAsync(NpgsqlBatchCommand first, CancellationToken cancellationToken) => TableCreation.EnsureAsync(
        database,
        () => IsPresentAsync(cancellationToken),
        async connection =>
        {
            await new MartenLogStore(database, tables).CreateTablesAsync();
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using (var batch = new NpgsqlBatch(connection, transaction))
            {
                foreach (var sql in _ensureSql)
                    batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
                batch.BatchCommands.Add(first);
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<bool> IsPresentAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(_isPresentSql);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
