using Npgsql;

namespace Archive.Postgres;

/// <summary>Makes tables once, whichever processes start at once.</summary>
internal static class TableCreation
{
    /// <summary>"ARCHSCH1".</summary>
    private const long Lock = 0x4152434853434831;

    /// <param name="database">Where.</param>
    /// <param name="arePresent">Whether nothing is missing; asked first without the lock, and again under it.</param>
    /// <param name="make">Makes what is missing; interrupted, it is run again.</param>
    /// <param name="cancellationToken">Stops before the next step; every step is whole.</param>
    public static async Task EnsureAsync(
        NpgsqlDataSource database, Func<Task<bool>> arePresent, Func<NpgsqlConnection, Task> make, CancellationToken cancellationToken)
    {
        if (await arePresent())
            return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, "select pg_advisory_lock($1)", cancellationToken);
        try
        {
            if (!await arePresent())
                await make(connection);
        }
        finally
        {
            await RunAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    /// <summary>Makes tables in one transaction: where one of them is, all are.</summary>
    /// <param name="database">Where.</param>
    /// <param name="table">One of them, with its schema.</param>
    /// <param name="statements">What makes them; each may be run again.</param>
    /// <param name="cancellationToken">Stops before any is made.</param>
    public static Task EnsureAsync(NpgsqlDataSource database, string table, IReadOnlyList<string> statements, CancellationToken cancellationToken) => EnsureAsync(
        database,
        () => IsThereAsync(database, table, cancellationToken),
        async connection =>
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var sql in statements)
                batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    public static async Task<bool> IsThereAsync(NpgsqlDataSource database, string table, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select to_regclass('{table}') is not null");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = Lock } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
