using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Takes what was deleted out of the database's files. A deleted row stays in its table's file until that is written anew, and in the write-ahead log until
/// the segments go; nothing of an erased content is to be found in either.
/// </summary>
internal sealed class DestroyedFiles(NpgsqlDataSource database)
{
    /// <summary>Said by the archive's own cluster when it starts its server, see <see cref="Postgres.ClusterStart"/>.</summary>
    public const string OwnServer = "archive.own_server";

    /// <summary>Readers wait behind a table that waits to be written anew: not for long, and then it is tried again.</summary>
    private const string Patience = "set lock_timeout = '2s'; set statement_timeout = 0";

    private const int Attempts = 10;

    /// <summary>At most as many segments lie ready as <c>max_wal_size</c> allows.</summary>
    private const int MostSegments = 128;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Whatever might still see the rows: sessions with older snapshots, prepared transactions, and replicas that say what they need.</summary>
    private const string SeenByOthersSql =
        $"""
        select exists (
            select from (
                select age(backend_xmin) as age from pg_stat_activity where backend_xmin is not null and pid <> pg_backend_pid() and (datname is null or datname = current_database())
                union all select age(transaction) from pg_prepared_xacts where database = current_database()
                union all select age(xmin) from pg_replication_slots where xmin is not null) as oldest
            where age >= (select age(max(deleted_by)::xid) from {ErasureTables.Destructions} where stream = any($1) and wiped_at is null))
        """;

    private const string WhereSql =
        $"""
        select coalesce(current_setting('{OwnServer}', true), '') = 'on' and (select rolsuper from pg_roles where rolname = current_user),
            current_setting('archive_mode') <> 'off', exists (select from pg_stat_replication)
        """;

    /// <summary>Segments that were recycled lie ready under names to come, and have in them what they had before.</summary>
    private const string SegmentsAheadSql =
        "select count(*)::integer from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_insert_lsn())";

    /// <returns>How many erasures are still in files that could be reached later.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var due = await DueAsync(connection, cancellationToken);
        if (due.Count == 0)
            return 0;
        var tables = due.SelectMany(row => row.Tables).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var streams = due.Select(row => row.Stream).Distinct(StringComparer.Ordinal).ToArray();
        await RunAsync(connection, Patience, cancellationToken);
        try
        {
            if (await WhyNotAsync(connection, streams, tables, cancellationToken) is { } why)
            {
                await NoteAsync(connection, due, [why], isDone: why == OutOfReach.NotOwner, cancellationToken);
                return why == OutOfReach.NotOwner ? 0 : due.Count;
            }

            await NoteAsync(connection, due, await CleanLogAsync(connection, cancellationToken), isDone: true, cancellationToken);
            return 0;
        }
        finally
        {
            await RunAsync(connection, "reset lock_timeout; reset statement_timeout", CancellationToken.None);
        }
    }

    private static async Task<string?> WhyNotAsync(NpgsqlConnection connection, string[] streams, string[] tables, CancellationToken cancellationToken)
    {
        for (var attempt = 1; await ScalarAsync<bool>(connection, SeenByOthersSql, cancellationToken, (object)streams); attempt++)
        {
            if (attempt == Attempts)
                return OutOfReach.OldTransactions;
            await Task.Delay(Pause, cancellationToken);
        }

        foreach (var table in tables)
        {
            if (await WriteAnewAsync(connection, table, cancellationToken) is { } why)
                return why;
        }

        return null;
    }

    /// <param name="table">A name that PostgreSQL gave.</param>
    [SuppressMessage("Security", "CA2100", Justification = "VACUUM takes no parameters.")]
    private static async Task<string?> WriteAnewAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RunAsync(connection, $"vacuum (full) {table}", cancellationToken);
                return null;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                if (attempt == Attempts)
                    return OutOfReach.BusyTables;
                await Task.Delay(Pause, cancellationToken);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                return OutOfReach.NotOwner;
            }
        }
    }

    /// <summary>On the archive's own server no segment stays that was written before; whose it is else, it says what it leaves.</summary>
    internal static async Task<IReadOnlyList<string>> CleanLogAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        bool own, archived, replicated;
        await using (var command = new NpgsqlCommand(WhereSql, connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (own, archived, replicated) = (reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(2));
        }

        var left = new List<string>();
        if (archived)
            left.Add(OutOfReach.ArchivedWriteAheadLog);
        if (replicated)
            left.Add(OutOfReach.Replicas);
        if (!own)
            return [OutOfReach.WriteAheadLog, .. left];
        for (var i = 0; i < MostSegments; i++)
        {
            await RunAsync(connection, "select pg_logical_emit_message(true, 'archive', 'erased'); select pg_switch_wal()", cancellationToken);
            if (await ScalarAsync<int>(connection, SegmentsAheadSql, cancellationToken) == 0)
                break;
        }

        // It removes the segments before its own beginning, and the files of tables that were written anew.
        await RunAsync(connection, "checkpoint", cancellationToken);
        return left;
    }

    private static async Task<List<(string Stream, int Number, string[] Tables)>> DueAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select stream, number, tables from {ErasureTables.Destructions} where outcome = 'destroyed' and wiped_at is null order by entry", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<(string, int, string[])>();
        while (await reader.ReadAsync(cancellationToken))
            due.Add((reader.GetString(0), reader.GetInt32(1), reader.GetFieldValue<string[]>(2)));
        return due;
    }

    private static async Task NoteAsync(
        NpgsqlConnection connection, List<(string Stream, int Number, string[] Tables)> rows, IEnumerable<string> outOfReach, bool isDone, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update {ErasureTables.Destructions} as done set out_of_reach = $3, wiped_at = case when $4 then clock_timestamp() end
            from unnest($1, $2) as row (stream, number) where done.stream = row.stream and done.number = row.number
            """,
            connection);
        command.Parameters.Add(new() { Value = rows.Select(row => row.Stream).ToArray() });
        command.Parameters.Add(new() { Value = rows.Select(row => row.Number).ToArray() });
        command.Parameters.Add(new() { Value = outOfReach.ToArray() });
        command.Parameters.Add(new() { Value = isDone });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
