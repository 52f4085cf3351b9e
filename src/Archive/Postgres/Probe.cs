using Npgsql;

namespace Archive.Postgres;

/// <summary>One attempt to open a connection.</summary>
internal sealed record Probe(ProbeState State, Exception? Failure)
{
    public static async Task<Probe> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            // Without a pool: a pooled connection would outlive a stopped server and be handed out after its restart.
            var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
            await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return new(ProbeState.Ready, null);
        }
        catch (PostgresException e)
        {
            return new(StateOf(e.SqlState), e);
        }
        catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException or IOException)
        {
            return new(ProbeState.Absent, e);
        }
    }

    public static ProbeState StateOf(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => ProbeState.NotYet,
        PostgresErrorCodes.InvalidCatalogName => ProbeState.NoDatabase,
        _ => ProbeState.Refused,
    };
}
