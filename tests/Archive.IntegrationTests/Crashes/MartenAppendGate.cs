using Npgsql;

namespace Archive.IntegrationTests.Crashes;

/// <summary>Holds the lock that every append to Marten's log takes.</summary>
internal sealed class MartenAppendGate(string connectionString) : AppendGate
{
    /// <summary>"ARCHLOG1".</summary>
    private const long AppendLock = 0x415243484C4F4731;

    private NpgsqlConnection? _closed;

    public override async Task CloseAsync() => _closed ??= await LockAsync(await ConnectAsync());

    /// <summary>And nobody behind them.</summary>
    public override async Task PassAsync()
    {
        var before = _closed!;
        var closing = LockAsync(await ConnectAsync());
        // PostgreSQL serves in the order of the asking: this asks behind whoever waits.
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await before.DisposeAsync();
        _closed = await closing;
    }

    /// <summary>The database is the log.</summary>
    public override Task LeaveAjarAsync() => OpenAsync();

    public override async Task OpenAsync()
    {
        if (_closed is not null)
            await _closed.DisposeAsync();
        _closed = null;
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task<NpgsqlConnection> LockAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = AppendLock } } };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
