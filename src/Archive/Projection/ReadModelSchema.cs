using Archive.EventLog;
using Archive.Ledger;
using Archive.Postgres;
using JasperFx;
using Marten;
using Npgsql;

namespace Archive.Projection;

/// <summary>
/// Makes the tables of the read models: generations, and <c>archive.current_generation</c>, the pointer to the generation that answers.
/// </summary>
internal sealed class ReadModelSchema(NpgsqlDataSource database, IEventLog log, ProjectionVersion version)
{
    private const int DropAttempts = 100;

    private static readonly TimeSpan DropPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether there are read models that answer.</summary>
    public async Task<bool> IsPresentAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select to_regclass('archive.current_generation') is not null");
        return await command.ExecuteScalarAsync(cancellationToken) is true && await HasGenerationAsync(cancellationToken);
    }

    /// <summary>Makes what is missing for the log's first entry; answers at once where nothing is.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) => TableCreation.EnsureAsync(
        database,
        () => IsPresentAsync(cancellationToken),
        async connection =>
        {
            await RunAsync(
                connection,
                """
                create schema if not exists archive;
                create table if not exists archive.current_generation (single boolean primary key default true check (single), number integer not null);
                """,
                cancellationToken);
            using var first = new GenerationStore(database, 1);
            await CreateGenerationAsync(first, cancellationToken);
            await GenerationIndexes.CreateAsync(connection, first, cancellationToken);
            await RunAsync(connection, "insert into archive.current_generation (number) values (1) on conflict do nothing", cancellationToken);
        },
        cancellationToken);

    /// <summary>
    /// Makes the tables of a generation, empty and without indexes, with a head before the first entry; what an interrupted try left there goes.
    /// </summary>
    public async Task CreateGenerationAsync(GenerationStore generation, CancellationToken cancellationToken)
    {
        await DropGenerationAsync(generation.Number, cancellationToken);
        await generation.Store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            await GenerationIndexes.DropMartensAsync(connection, generation, cancellationToken);
            await RunAsync(connection, TileTable.Create(generation), cancellationToken);
        }

        var identity = await log.IdentifyAsync(cancellationToken);
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

    private async Task<bool> HasGenerationAsync(CancellationToken cancellationToken)
    {
        await using var pointer = database.CreateCommand("select exists (select from archive.current_generation)");
        return await pointer.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
