using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Keeps whoever captures bytes and whoever destroys the same apart: between the moment when the bytes are in the store and the moment when the event that
/// names them is in the log, only this lock says that somebody needs them.
/// </summary>
internal static class CaptureTurn
{
    private const string Key = "hashtextextended('archive capture ' || $1, 0)";

    /// <summary>In the destroyer's transaction: waits until nobody is capturing these bytes.</summary>
    public static async Task DestroyAsync(NpgsqlConnection connection, IEnumerable<string> digests, CancellationToken cancellationToken) =>
        await TakeAsync(connection, $"select pg_advisory_xact_lock({Key})", digests, cancellationToken);

    /// <summary>Held until it is disposed of; any number may capture the same bytes at once.</summary>
    public static async Task<IAsyncDisposable> BeginAsync(NpgsqlDataSource database, IEnumerable<string> digests, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await connection.BeginTransactionAsync(cancellationToken);
            await TakeAsync(connection, $"select pg_advisory_xact_lock_shared({Key})", digests, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>In one order, whoever takes them.</summary>
    private static async Task TakeAsync(NpgsqlConnection connection, string sql, IEnumerable<string> digests, CancellationToken cancellationToken)
    {
        foreach (var digest in digests.Order(StringComparer.Ordinal))
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = digest } } };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
