using Npgsql;

namespace Archive.IntegrationTests;

/// <summary>A database of its own, dropped at the end.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int _made;

    private readonly string _server;
    private readonly string _name;

    private TestDatabase(string server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable("ARCHIVE_TEST_POSTGRES")!;
        var database = new TestDatabase(server, $"archive_test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await database.RunAsync($"create database {database._name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await RunAsync($"drop database {_name} with (force)");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
