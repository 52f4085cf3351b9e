using Archive.Domain.Events;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// Reads streams: those that are asked for while others are being read share one round trip. Each command reads its stream before it decides, so
/// that with many callers the reads would else cost more than the appends.
/// </summary>
internal sealed class MartenStreamReads(NpgsqlDataSource database) : IAsyncDisposable
{
    private const int LargestGroup = 64;

    /// <summary>So that one long stream does not keep everybody waiting.</summary>
    private const int AtOnce = 2;

    private const string Read = $"{MartenRows.Select} where stream_id = any($1) order by stream_id, version";

    private readonly Queue<PendingRead> _waiting = [];
    private readonly Stack<KeptConnection> _idle = new(Enumerable.Range(0, AtOnce).Select(_ => new KeptConnection(database)));

    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(string stream)
    {
        var read = new PendingRead(stream);
        KeptConnection? connection;
        lock (_waiting)
        {
            _waiting.Enqueue(read);
            _idle.TryPop(out connection);
        }

        // Whoever finds a reader idle sets it going; it reads on until nobody waits.
        if (connection is not null)
            _ = RunAsync(connection);
        return read.Result;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _idle)
            await connection.DisposeAsync();
    }

    private async Task RunAsync(KeptConnection connection)
    {
        while (Next(connection) is { } group)
            await ReadAsync(connection, group);
    }

    /// <summary>What waits; where nothing does, the connection is idle again.</summary>
    private List<PendingRead>? Next(KeptConnection connection)
    {
        lock (_waiting)
        {
            if (_waiting.Count == 0)
            {
                _idle.Push(connection);
                return null;
            }

            var group = new List<PendingRead>();
            while (group.Count < LargestGroup && _waiting.TryDequeue(out var read))
                group.Add(read);
            return group;
        }
    }

    private static async Task ReadAsync(KeptConnection connection, List<PendingRead> group)
    {
        try
        {
            var found = await ReadAsync(await connection.OpenAsync(), group.Select(read => read.Stream).Distinct(StringComparer.Ordinal).ToArray());
            foreach (var read in group)
                read.Answer(found.GetValueOrDefault(read.Stream, []));
        }
        catch (Exception e)
        {
            await connection.DropAsync();
            foreach (var read in group)
                read.Fail(e);
        }
    }

    private static async Task<Dictionary<string, List<LoggedEvent>>> ReadAsync(NpgsqlConnection connection, string[] streams)
    {
        var found = new Dictionary<string, List<LoggedEvent>>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(Read, connection) { Parameters = { new() { Value = streams } } };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var logged = MartenRows.Read(reader);
            if (!found.TryGetValue(logged.Stream, out var events))
                found[logged.Stream] = events = [];
            events.Add(logged);
        }

        return found;
    }
}
