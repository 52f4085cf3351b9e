using System.Diagnostics;
using Archive.EventLog;
using Npgsql;

namespace Archive.IntegrationTests.EventLog;

/// <summary>Marten's log on a durable PostgreSQL of its own.</summary>
internal sealed class MartenTestServer : ITestLogServer
{
    private readonly TestHome _home = new();
    private readonly List<NpgsqlDataSource> _databases = [];
    private string _connectionString = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<MartenTestServer> CreateAsync()
    {
        var server = new MartenTestServer();
        await server.StartAsync();
        var log = server.Open();
        await log.Control.OpenAsync("archive.test/log", Cancellation);
        await ((IAsyncDisposable)log).DisposeAsync();
        return server;
    }

    public IEventLog Open()
    {
        var database = NpgsqlDataSource.Create(_connectionString);
        _databases.Add(database);
        return new MartenEventLog(database);
    }

    public async Task DisconnectAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public Task StopAsync() => _home.Cluster.StopAsync(Cancellation);

    public async Task DieAsync()
    {
        using var server = Process.GetProcessById(int.Parse(
            File.ReadLines(Path.Combine(_home.Home, "postgres", "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture));
        server.Kill();
        await server.WaitForExitAsync(Cancellation);
    }

    public async Task StartAsync() => _connectionString = await _home.NewDurableCluster().EnsureRunningAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
            await database.DisposeAsync();
        await _home.DisposeAsync();
    }
}
