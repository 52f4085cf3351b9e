using Npgsql;

namespace Archive.Projection;

/// <summary>Connections that hold session locks: outside any pool, and kept alive, so that PostgreSQL and this side notice soon when the other is gone.</summary>
internal static class OwnConnection
{
    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10 };
        if (own.Host?.StartsWith('/') == false)
            (own.TcpKeepAlive, own.TcpKeepAliveTime, own.TcpKeepAliveInterval) = (true, 10, 5);
        var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
