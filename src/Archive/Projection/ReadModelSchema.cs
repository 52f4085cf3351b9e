using Archive.EventLog;
using Archive.Ledger;
using JasperFx;
using Marten;
using Npgsql;

namespace Archive.Projection;

/// <summary>
/// Makes the archive's tables: the log's schema, generations of read models, and <c>archive.current_generation</c>, the pointer to the
/// generation that answers.
/// </summary>
internal sealed class ReadModelSchema(NpgsqlDataSource database, MartenLogStore log, ProjectionVersion version)
{
    /// <summary>Held while tables are made, so that processes that start at once make them once. "ARCHSCH1".</summary>
    private const long SchemaLock = 0x4152434853434831;

    private const int DropAttempts = 100;

    private static readonly TimeSpan DropPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes what is missing; answers at once where nothing is.</summary>
    /// <param name="logName">The log name of a new archive; null for one made up from the log's id.</param>
    /// <param name="cancellationToken">Stops before the next step; every step is whole.</param>
    public async Task EnsureAsync(string? logName, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(cancellationToken))
            return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, "select pg_advisory_lock($1)", cancellationToken, SchemaLock);
        try
        {
            if (await ExistsAsync(cancellationToken))
                return;
            await log.CreateTablesAsync();
            await RunAsync(
                connection,
                $"""
                {LogIdentities.EnsureSql}
                create schema if not exists archive;
                create table if not exists archive.current_generation (single boolean primary key default true check (single), number integer not null);
                """,
                cancellationToken);
            await RunAsync(
                connection,
                $"update {MartenLogStore.Schema}.identity set log_name = coalesce(nullif($1, ''), 'archive.local/' || left(log_id::text, 8)) where log_name = ''",
                cancellationToken,
                logName ?? "");
            // A database of a former version has its generations; to make one anew would empty it.
            if (await HasGenerationAsync(cancellationToken))
                return;
            using var first = new GenerationStore(database, 1);
            await CreateGenerationAsync(first, cancellationToken);
            await GenerationIndexes.CreateAsync(connection, first, cancellationToken);
            await RunAsync(connection, "insert into archive.current_generation (number) values (1) on conflict do nothing", cancellationToken);
        }
        finally
        {
            await RunAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None, SchemaLock);
        }
    }

    /// <summary>
    /// Makes the tables of a generation, empty and without indexes, with a head before the first entry; what an interrupted try left there goes.
    /// </summary>
    public async Task CreateGenerationAsync(GenerationStore generation, CancellationToken cancellationToken)
    {
        await DropGenerationAsync(generation.Number, cancellationToken);
        await generation.Store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
            await GenerationIndexes.DropMartensAsync(connection, generation, cancellationToken);
        var identity = await new LogIdentities(database).ReadAsync(cancellationToken);
        await using var session = generation.Store.LightweightSession();
        session.Insert(new LedgerHead
        {
            LogId = identity.Id,
            LogName = identity.Name,
            Predecessors = identity.Predecessors.Count == 0 ? null : identity.Predecessors,
            Commit = LogPosition.Start.Commit,
            Prepare = LogPosition.Start.Prepare,
            Entry = 0,
            ProjectionVersion = version.Number,
        });
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Takes a generation away once nobody is in it. All its tables are locked without waiting for any, and everything is let go where one is in use:
    /// waiting for one while holding another would stand in the way of readers who do the same the other way round.
    /// </summary>
    /// <returns>Whether it is gone; not where somebody stays in it for long.</returns>
    public async Task<bool> TryDropGenerationAsync(int number, CancellationToken cancellationToken)
    {
        var generation = GenerationStore.SchemaOf(number);
        for (var attempt = 1; attempt <= DropAttempts; attempt++)
        {
            try
            {
                await using var command = database.CreateCommand(
                    $"""
                    do $$
                    declare
                        name text;
                    begin
                        for name in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = '{generation}' loop
                            execute 'lock table ' || name || ' in access exclusive mode nowait';
                        end loop;
                        drop schema if exists {generation} cascade;
                    end $$
                    """);
                await command.ExecuteNonQueryAsync(cancellationToken);
                return true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                await Task.Delay(DropPause, cancellationToken);
            }
        }

        return false;
    }

    public async Task DropGenerationAsync(int number, CancellationToken cancellationToken)
    {
        if (!await TryDropGenerationAsync(number, cancellationToken))
            throw new TimeoutException($"The tables of {GenerationStore.SchemaOf(number)} are in use and could not be taken away. End whoever is in them, and try again.");
    }

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select to_regclass('archive.current_generation') is not null and ({LogIdentities.IsPresentSql})");
        return await command.ExecuteScalarAsync(cancellationToken) is true && await HasGenerationAsync(cancellationToken);
    }

    private async Task<bool> HasGenerationAsync(CancellationToken cancellationToken)
    {
        await using var pointer = database.CreateCommand("select exists (select from archive.current_generation)");
        return await pointer.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, object? parameter = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (parameter is not null)
            command.Parameters.Add(new() { Value = parameter });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
