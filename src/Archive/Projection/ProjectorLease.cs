using Npgsql;

namespace Archive.Projection;

/// <summary>
/// The right to project: a session advisory lock on a connection of its own, outside any pool. PostgreSQL gives it up with the connection;
/// should a holder not notice that it lost it, the head's revision refuses its next flush.
/// </summary>
internal sealed class ProjectorLease : IAsyncDisposable
{
    /// <summary>"ARCHPRJ1".</summary>
    public const long LeaseLock = 0x4152434850524A31;

    /// <summary>Held, shared, by whoever wants the lease for a rebuild: a holder that sees it steps aside. "ARCHRBD1".</summary>
    private const long WantedLock = 0x4152434852424431;

    /// <summary>Whether somebody holds the lock whose key is <c>$1</c>.</summary>
    public const string IsHeldSql =
        """
        select exists (
            select from pg_locks
            where locktype = 'advisory' and granted and objsubid = 1 and (classid::bigint << 32 | objid::bigint) = $1
              and database = (select oid from pg_database where datname = current_database()))
        """;

    /// <summary>The session that holds the lease, where its name is one that a holder gives itself.</summary>
    private const string HolderSql =
        """
        select substr(application_name, length($2) + 1) from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and granted and objsubid = 1 and (classid::bigint << 32 | objid::bigint) = $1
          and database = (select oid from pg_database where datname = current_database()) and starts_with(application_name, $2)
        """;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(20);

    private readonly NpgsqlConnection _connection;
    private long _asked;

    private ProjectorLease(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Waits in PostgreSQL's own queue until whoever holds the lease gives it up or dies.</summary>
    /// <param name="connectionString">Of the archive's database.</param>
    /// <param name="waits">Told who holds the lease, where somebody does.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<ProjectorLease> AcquireAsync(string connectionString, Action<string?> waits, CancellationToken cancellationToken) =>
        AcquireAsync(connectionString, wanted: false, waits, cancellationToken);

    /// <summary>The same, and asks whoever holds it to step aside.</summary>
    public static Task<ProjectorLease> DemandAsync(string connectionString, CancellationToken cancellationToken) =>
        AcquireAsync(connectionString, wanted: true, waits: null, cancellationToken);

    private static async Task<ProjectorLease> AcquireAsync(
        string connectionString, bool wanted, Action<string?>? waits, CancellationToken cancellationToken)
    {
        var connection = await OwnConnection.OpenAsync(connectionString, cancellationToken);
        try
        {
            if (wanted)
                await AskAsync(connection, "select pg_advisory_lock_shared($1) is not null", WantedLock, cancellationToken);
            if (!await AskAsync(connection, "select pg_try_advisory_lock($1)", LeaseLock, cancellationToken))
            {
                waits?.Invoke(await FindHolderAsync(connection, cancellationToken));
                await WaitAsync(connection, cancellationToken);
            }

            return new ProjectorLease(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether somebody waits for the lease, asked at most five times a second; throws where the lease is lost with its connection.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        if (Environment.TickCount64 - _asked < 200)
            return false;
        _asked = Environment.TickCount64;
        return await AskAsync(_connection, IsHeldSql, WantedLock, cancellationToken);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<string?> FindHolderAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(HolderSql, connection) { Parameters = { new() { Value = LeaseLock }, new() { Value = OwnConnection.NamePrefix } } };
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>
    /// Waits in turns, each shorter than the driver waits for an answer: so that a server that has gone without a word, and lets every
    /// question hang, is noticed in the end.
    /// </summary>
    private static async Task WaitAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var turns = new NpgsqlCommand($"set lock_timeout = {(int)Turn.TotalMilliseconds}", connection))
            await turns.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            try
            {
                await AskAsync(connection, "select pg_advisory_lock($1) is not null", LeaseLock, cancellationToken);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // Somebody else still holds it.
            }
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, long key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)Answer.TotalSeconds, Parameters = { new() { Value = key } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
