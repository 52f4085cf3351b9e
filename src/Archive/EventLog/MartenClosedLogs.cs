using Npgsql;

namespace Archive.EventLog;

/// <summary>The closed logs that a database still holds: the one that an archive moved away from, and those that were set aside.</summary>
internal sealed class MartenClosedLogs(NpgsqlDataSource database)
{
    private const string SchemasSql =
        "select schemaname from pg_tables where tablename = 'mt_events' and (schemaname = 'archive_log' or schemaname ~ '^archive_log_closed_[0-9a-f]{8}$') order by 1";

    /// <summary>Closed logs in which one of some events has its words still.</summary>
    public async Task<IReadOnlyList<MartenLogTables>> FindHoldingAsync(IReadOnlyCollection<Guid> events, CancellationToken cancellationToken)
    {
        var schemas = new List<string>();
        await using (var command = database.CreateCommand(SchemasSql))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                schemas.Add(reader.GetString(0));
        }

        var holding = new List<MartenLogTables>();
        foreach (var tables in schemas.Select(schema => new MartenLogTables(schema)))
        {
            await using var command = database.CreateCommand(
                $"""
                select exists (select from {tables.Streams} where id = '{MartenLogStore.ControlStream}')
                    and exists (select from {tables.Events} where id = any($1) and headers #> '{"{archive,payloadSalt}"}' is not null)
                """);
            command.Parameters.Add(new() { Value = events.ToArray() });
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
                holding.Add(tables);
        }

        return holding;
    }

    /// <summary>Destroys a closed log: its tables, with their files.</summary>
    public async Task DestroyAsync(MartenLogTables tables, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var closed = new NpgsqlCommand($"select exists (select from {tables.Streams} where id = '{MartenLogStore.ControlStream}')", connection, transaction);
        if (await closed.ExecuteScalarAsync(cancellationToken) is not true)
            throw new InvalidOperationException($"The log in the schema {tables.Schema} is not closed, so it is not destroyed.");
        await using var drop = new NpgsqlCommand($"drop schema {tables.Schema} cascade", connection, transaction) { CommandTimeout = 0 };
        await drop.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
