using Npgsql;

namespace Archive.Benchmarks;

/// <summary>A run of the benchmarks on one PostgreSQL server, with databases of its own.</summary>
/// <param name="server">Connection string of a server on which databases may be made.</param>
/// <param name="scale">Multiplies how much data is made; 1 is what runs in a few minutes.</param>
/// <param name="say">Is told what goes on.</param>
internal sealed class BenchmarkRun(string server, double scale, Action<string> say) : IAsyncDisposable
{
    private readonly List<string> _databases = [];

    public int Scaled(int count) => (int)(count * scale);

    public void Say(string text) => say(text);

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"archive_bench_{Environment.ProcessId}_{_databases.Count}";
        _databases.Add(name);
        await ExecuteAsync($"drop database if exists {name} with (force)");
        await ExecuteAsync($"create database {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in _databases)
            await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
