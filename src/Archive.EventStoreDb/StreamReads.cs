using Archive.EventLog;
using EventStore.Client;
using Grpc.Core;

namespace Archive.EventStoreDb;

/// <summary>Reads of streams and of $all that end. None answers what stands behind the closing event.</summary>
internal sealed class StreamReads(EventStoreDbPlace place, EventStoreClient client, ServerCalls calls, ControlStream control)
{
    private const int MostAtOnce = 32;

    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(string stream, CancellationToken cancellationToken) => calls.RunAsync<IReadOnlyList<LoggedEvent>>(
        async cancelled =>
        {
            var events = client.ReadStreamAsync(
                Direction.Forwards, place.Streams.ToServer(stream), StreamPosition.Start, deadline: ServerCalls.Deadline, cancellationToken: cancelled);
            if (await events.ReadState == ReadState.StreamNotFound)
                return [];
            var logged = new List<LoggedEvent>();
            await foreach (var read in events)
            {
                if (!IsBehind(StoredEvents.PositionOf(read.Event), control.Known.End))
                    logged.Add(StoredEvents.ToLogged(read.Event, stream));
            }

            return logged;
        },
        cancellationToken);

    public async Task<IReadOnlySet<string>> FindMissingAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in streams.Chunk(MostAtOnce))
        {
            var begun = await Task.WhenAll(some.Select(stream => HasBegunAsync(stream, cancellationToken)));
            missing.UnionWith(some.Where((_, i) => !begun[i]));
        }

        return missing;
    }

    /// <summary>Up to <paramref name="most"/> records of the log after a position, control events among them, as the leader has them.</summary>
    public Task<List<EventRecord>> ReadAllAfterAsync(LogPosition after, int most, CancellationToken cancellationToken) => calls.RunAsync(
        async cancelled =>
        {
            var records = new List<EventRecord>();
            // The start is inclusive, so one more.
            var all = client.ReadAllAsync(
                Direction.Forwards, PositionAt(after), place.Streams.Filter, most == int.MaxValue ? most : most + 1L, deadline: null, cancellationToken: cancelled);
            await foreach (var read in all)
            {
                if (StoredEvents.ToLog(read.Event.Position) > after && records.Count < most)
                    records.Add(read.Event);
            }

            return records;
        },
        cancellationToken);

    /// <summary>Looked at the control stream afterwards: what it does not put behind the end is the log's.</summary>
    public async Task<LoggedEvent?> FindAtAsync(LogPosition position, CancellationToken cancellationToken)
    {
        var record = await calls.RunAsync(cancelled => FindRecordAsync(position, cancelled), cancellationToken);
        return record is not null && place.Streams.ToArchive(record.EventStreamId) is { } stream && !IsBehind(position, (await control.ReadAsync(cancellationToken)).End)
            ? StoredEvents.ToLogged(record, stream)
            : null;
    }

    public async Task<LogPosition> FindEndAsync(CancellationToken cancellationToken)
    {
        var end = (await control.ReadAsync(cancellationToken)).End;
        return await calls.RunAsync(
            async cancelled =>
            {
                var all = client.ReadAllAsync(Direction.Backwards, end is { } closed ? StoredEvents.ToServer(closed) : Position.End, place.Streams.Filter, cancellationToken: cancelled);
                await foreach (var read in all)
                {
                    if (place.Streams.ToArchive(read.Event.EventStreamId) is not null && !IsBehind(StoredEvents.ToLog(read.Event.Position), end))
                        return StoredEvents.ToLog(read.Event.Position);
                }

                return LogPosition.Start;
            },
            cancellationToken);
    }

    public async Task<long> CountAfterAsync(LogPosition after, CancellationToken cancellationToken)
    {
        var end = (await control.ReadAsync(cancellationToken)).End;
        return await calls.RunAsync(
            async cancelled =>
            {
                var count = 0L;
                await foreach (var read in client.ReadAllAsync(Direction.Forwards, PositionAt(after), place.Streams.Filter, cancellationToken: cancelled))
                {
                    var position = StoredEvents.ToLog(read.Event.Position);
                    if (IsBehind(position, end))
                        break;
                    if (position > after && place.Streams.ToArchive(read.Event.EventStreamId) is not null)
                        count++;
                }

                return count;
            },
            cancellationToken);
    }

    private static bool IsBehind(LogPosition position, LogPosition? end) => end is { } closed && position > closed;

    private static Position PositionAt(LogPosition position) => position == LogPosition.Start ? Position.Start : StoredEvents.ToServer(position);

    private Task<bool> HasBegunAsync(string stream, CancellationToken cancellationToken) => calls.RunAsync(
        async cancelled =>
        {
            var first = client.ReadStreamAsync(Direction.Forwards, place.Streams.ToServer(stream), StreamPosition.Start, 1, deadline: ServerCalls.Deadline, cancellationToken: cancelled);
            return await first.ReadState == ReadState.Ok;
        },
        cancellationToken);

    private async Task<EventRecord?> FindRecordAsync(LogPosition position, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var read in client.ReadAllAsync(Direction.Forwards, PositionAt(position), maxCount: 1, deadline: ServerCalls.Deadline, cancellationToken: cancellationToken))
                return StoredEvents.ToLog(read.Event.Position) == position ? read.Event : null;
            return null;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unknown)
        {
            // The server's answer to a position at which no record begins.
            return null;
        }
    }
}
