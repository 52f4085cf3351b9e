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
    public async Task CloseAsync()
    {
        if (_closed is not null)
            return;
        _closed = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await _closed.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", _closed) { Parameters = { new() { Value = AppendLock } } };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task OpenAsync()
    {
        if (_closed is not null)
            await _closed.DisposeAsync();
        _closed = null;
    }

    public async ValueTask DisposeAsync() => await OpenAsync();
}
