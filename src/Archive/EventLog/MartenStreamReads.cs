using Archive.Domain.Events;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// Reads streams: those that are asked for while others are being read share one round trip. Each command reads its stream before it decides, so
/// that with many callers the reads would else cost more than the appends.
/// </summary>
internal sealed class MartenStreamReads(NpgsqlDataSource database, MartenLogTables tables) : IAsyncDisposable
{
    private const int LargestGroup = 64;

    /// <summary>So that one long stream does not keep everybody waiting.</summary>
    private const int AtOnce = 2;

    private static readonly StreamRows Nothing = new();

    private readonly string _read = $"{MartenRows.Select(tables)} where stream_id = any($1) order by stream_id, version";
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

    private async Task ReadAsync(KeptConnection connection, List<PendingRead> group)
    {
        var streams = group.Select(read => read.Stream).Distinct(StringComparer.Ordinal).ToArray();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var found = await ReadAsync(await connection.OpenAsync(), streams);
                foreach (var read in group)
                    found.GetValueOrDefault(read.Stream, Nothing).AnswerTo(read);
                return;
            }
            catch (Exception e) when (attempt == 1 && DatabaseFailure.IsOutage(e))
            {
                // A connection that was kept may have ended long ago, with a server that is back since.
                await connection.DropAsync();
            }
            catch (Exception e)
            {
                await connection.DropAsync();
                foreach (var read in group)
                    read.Fail(e);
                return;
            }
        }
    }

    private async Task<Dictionary<string, StreamRows>> ReadAsync(NpgsqlConnection connection, string[] streams)
    {
        var found = new Dictionary<string, StreamRows>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(_read, connection) { Parameters = { new() { Value = streams } } };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var stream = MartenRows.StreamOf(reader);
            if (!found.TryGetValue(stream, out var rows))
                found[stream] = rows = new StreamRows();
            rows.Read(reader);
        }

        return found;
    }

    /// <summary>The rows of one stream; one that cannot be read is the matter of those alone who asked for its stream.</summary>
    private sealed class StreamRows
    {
        private readonly List<LoggedEvent> _events = [];
        private UnreadableEventException? _unreadable;

        public void Read(NpgsqlDataReader reader)
        {
            try
            {
                _events.Add(MartenRows.Read(reader));
            }
            catch (UnreadableEventException e)
            {
                _unreadable ??= e;
            }
        }

        public void AnswerTo(PendingRead read)
        {
            if (_unreadable is null)
                read.Answer(_events);
            else
                read.Fail(_unreadable);
        }
    }
}
