using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// A connection that one worker keeps from one piece of work to the next, because taking one from the pool and giving it back costs as much as a
/// small query. Not for use by two at once.
/// </summary>
internal sealed class KeptConnection(NpgsqlDataSource database) : IAsyncDisposable
{
    /// <summary>
    /// Nothing is acknowledged before it is durable, whatever the server's default. Statements are planned once, while the tables may be small, and
    /// the plans kept while these grow: they must not read whole tables even where that is cheapest at first.
    /// </summary>
    private const string Settings =
        """
        select set_config('synchronous_commit', case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, false),
            set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false), set_config('enable_mergejoin', 'off', false)
        """;

    private NpgsqlConnection? _open;

    public async ValueTask<NpgsqlConnection> OpenAsync()
    {
        if (_open is { } kept)
            return kept;
        var connection = await database.OpenConnectionAsync();
        try
        {
            await using var command = new NpgsqlCommand(Settings, connection);
            await command.ExecuteNonQueryAsync();
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return _open = connection;
    }

    /// <summary>After a failure: whatever was under way on it is rolled back, and the next work gets another.</summary>
    public async ValueTask DropAsync()
    {
        if (_open is not { } failed)
            return;
        _open = null;
        await failed.DisposeAsync();
    }

    public ValueTask DisposeAsync() => DropAsync();
}
