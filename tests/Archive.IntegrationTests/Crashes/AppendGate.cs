using Npgsql;

namespace Archive.IntegrationTests.Crashes;

/// <summary>
/// Holds the lock that every append takes: while it is closed, whoever appends waits. It keeps an import, however fast, from being over before what is
/// to happen to it has happened.
/// </summary>
internal sealed class AppendGate(string connectionString) : IAsyncDisposable
{
    /// <summary>"ARCHLOG1".</summary>
    private const long AppendLock = 0x415243484C4F4731;

    private NpgsqlConnection? _closed;

    /// <summary>Returns when nobody is within an append.</summary>
    public async Task CloseAsync() => _closed ??= await LockAsync(await ConnectAsync());

    /// <summary>Lets those through who wait at this moment, and nobody behind them: what an import appends in one transaction.</summary>
    public async Task PassAsync()
    {
        var before = _closed!;
        var closing = LockAsync(await ConnectAsync());
        // PostgreSQL serves in the order of the asking: this asks behind whoever waits.
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await before.DisposeAsync();
        _closed = await closing;
    }

    public async Task OpenAsync()
    {
        if (_closed is not null)
            await _closed.DisposeAsync();
        _closed = null;
    }

    public async ValueTask DisposeAsync() => await OpenAsync();

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
