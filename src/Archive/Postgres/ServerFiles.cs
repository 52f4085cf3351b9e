using Npgsql;

namespace Archive.Postgres;

/// <summary>
/// Makes a server let go of what was deleted from its tables. The files of a dropped table go with the next checkpoint; its statistics stand on in the catalog until that
/// is written anew; and the write-ahead log keeps every change until its segments are written over.
/// </summary>
internal sealed class ServerFiles(NpgsqlDataSource database)
{
    /// <returns>What could not be done, in words, and what to do; none where nothing of it is left in the server's files.</returns>
    public async Task<IReadOnlyList<string>> LetGoAsync(CancellationToken cancellationToken)
    {
        var left = new List<string>();
        await TryAsync("The server's catalog may hold samples of it (pg_statistic): have a superuser run 'vacuum full pg_statistic'.", RewriteStatisticsAsync);
        await TryAsync("The server's write-ahead log holds it until its segments are written over or removed: have a superuser run 'checkpoint' and 'select pg_switch_wal()', as many times as pg_wal has files.", TurnOverAsync);
        return left;

        async Task TryAsync(string otherwise, Func<NpgsqlConnection, Task<bool>> run)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            try
            {
                if (!await run(connection))
                    left.Add(otherwise);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                left.Add(otherwise);
            }
        }

        // Without the right, VACUUM passes the table over and only warns.
        async Task<bool> RewriteStatisticsAsync(NpgsqlConnection connection)
        {
            if (await AskAsync<bool>(connection, "select rolsuper from pg_roles where rolname = current_user") is not true)
                return false;
            await RunAsync(connection, "vacuum full pg_catalog.pg_statistic");
            return true;
        }

        // Once to make the segments that hold it spare ones, and once through all spare ones: the rest of a segment that is left is filled with zeros.
        async Task<bool> TurnOverAsync(NpgsqlConnection connection)
        {
            await NextSegmentAsync(connection);
            await RunAsync(connection, "checkpoint");
            var segments = await AskAsync<long>(connection, "select count(*) from pg_ls_waldir()");
            for (var i = 0L; i <= segments; i++)
                await NextSegmentAsync(connection);
            await RunAsync(connection, "checkpoint");
            // A standby or an archiver that is behind keeps old segments.
            return await AskAsync<bool>(connection, "select not exists (select from pg_replication_slots) and current_setting('archive_mode') = 'off'");
        }

        async Task NextSegmentAsync(NpgsqlConnection connection)
        {
            await RunAsync(connection, "select pg_logical_emit_message(false, 'archive', '')");
            await RunAsync(connection, "select pg_switch_wal()");
        }

        async Task RunAsync(NpgsqlConnection connection, string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }
}
