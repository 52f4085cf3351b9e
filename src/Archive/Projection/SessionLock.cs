using Npgsql;

namespace Archive.Projection;

/// <summary>The right to do what only one process may do at a time: a session advisory lock on a connection of its own, which ends with the process.</summary>
internal sealed class SessionLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>PostgreSQL notices after a while that a process which was killed is gone.</summary>
    private const int Attempts = 50;

    private readonly NpgsqlConnection _connection;

    private SessionLock(NpgsqlConnection connection) => _connection = connection;

    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="key">Of the lock; every process that may do the same must use the same.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where somebody else holds it and goes on to.</returns>
    public static async Task<SessionLock?> TryTakeAsync(string connectionString, long key, CancellationToken cancellationToken)
    {
        var connection = await OwnConnection.OpenAsync(connectionString, cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = key } } };
                if (await command.ExecuteScalarAsync(cancellationToken) is true)
                    return new SessionLock(connection);
                await Task.Delay(Pause, cancellationToken);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
