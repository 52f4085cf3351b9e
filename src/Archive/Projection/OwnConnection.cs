using Npgsql;

namespace Archive.Projection;

/// <summary>Connections that hold session locks: outside any pool, and kept alive, so that PostgreSQL and this side notice soon when the other is gone.</summary>
internal static class OwnConnection
{
    /// <summary>Before the name of the process, in the database's list of sessions.</summary>
    public const string NamePrefix = "archive, ";

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10 };
        own.ApplicationName = NamePrefix + (string.IsNullOrEmpty(own.ApplicationName) ? "" : $"{own.ApplicationName}, ") + ProjectorName.OfThisProcess;
        if (own.Host?.StartsWith('/') == false)
            (own.TcpKeepAlive, own.TcpKeepAliveTime, own.TcpKeepAliveInterval) = (true, 5, 2);
        var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        // A machine that is switched off says no goodbye: without this the server would keep its locks for two hours. On a socket it means nothing.
        await using var alive = new NpgsqlCommand("set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3", connection);
        await alive.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }
}
