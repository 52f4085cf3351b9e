using Npgsql;

namespace Archive.Projection;

/// <summary>The right to rebuild: a session advisory lock on a connection of its own, so that no rebuild takes another's generation for a leftover.</summary>
internal sealed class RebuildLock : IAsyncDisposable
{
    /// <summary>"ARCHRBL1".</summary>
    private const long Lock = 0x41524348_52424C31;

    private readonly NpgsqlConnection _connection;

    private RebuildLock(NpgsqlConnection connection) => _connection = connection;

    /// <exception cref="ProjectionStoppedException">Another rebuild holds it.</exception>
    public static async Task<RebuildLock> TakeAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = await OwnConnection.OpenAsync(connectionString, cancellationToken);
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Lock } } };
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
            return new RebuildLock(connection);
        await connection.DisposeAsync();
        throw new ProjectionStoppedException("rebuild-under-way", "Another rebuild is at work on this archive. Wait for its end; 'archive status' shows which generation answers.", null);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
