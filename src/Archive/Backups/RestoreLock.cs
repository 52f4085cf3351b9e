using Archive.Projection;
using Npgsql;

namespace Archive.Backups;

/// <summary>The right to restore into a place: a session advisory lock on a connection of its own, which ends with the process.</summary>
internal sealed class RestoreLock : IAsyncDisposable
{
    /// <summary>"ARCHRST1".</summary>
    private const long Lock = 0x4152434852535431;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>PostgreSQL notices after a while that a process which was killed is gone.</summary>
    private const int Attempts = 50;

    private readonly NpgsqlConnection _connection;

    private RestoreLock(NpgsqlConnection connection) => _connection = connection;

    /// <exception cref="BackupRefusedException">Another restore holds it: <c>restore-running</c>.</exception>
    public static async Task<RestoreLock> TakeAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = await OwnConnection.OpenAsync(connectionString, cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Lock } } };
                if (await command.ExecuteScalarAsync(cancellationToken) is true)
                    return new RestoreLock(connection);
                await Task.Delay(Pause, cancellationToken);
            }

            throw new BackupRefusedException("restore-running", "Another process is restoring into this archive. Wait for its end.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
