using Archive.EventLog;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>Appends to one stream at a time, and finds out what became of one whose answer was lost.</summary>
internal sealed class StreamAppends(EventStoreClient client, ServerCalls calls)
{
    /// <summary>
    /// A try after one whose outcome is unknown has the same ids at the same revision: the server answers what is there already as appended. Where it
    /// says that the stream has moved on, the stream itself tells whether by these events.
    /// </summary>
    public Task<AppendResult> AppendAsync(string name, long expected, IReadOnlyList<EventData> events, CancellationToken cancellationToken) => calls.RunAsync(
        async cancelled =>
        {
            try
            {
                var written = await (expected < 0
                    ? client.AppendToStreamAsync(name, StreamState.NoStream, events, deadline: ServerCalls.Deadline, cancellationToken: cancelled)
                    : client.AppendToStreamAsync(name, StreamRevision.FromInt64(expected), events, deadline: ServerCalls.Deadline, cancellationToken: cancelled));
                return new AppendResult.Appended(expected + events.Count, StoredEvents.ToLog(written.LogPosition));
            }
            catch (WrongExpectedVersionException)
            {
                return await FindNowAsync(name, expected, events, cancelled);
            }
        },
        cancellationToken);

    /// <summary>What appending them would answer where it cannot append.</summary>
    public Task<AppendResult> FindAsync(string name, long expected, IReadOnlyList<EventData> events, CancellationToken cancellationToken) =>
        calls.RunAsync(cancelled => FindNowAsync(name, expected, events, cancelled), cancellationToken);

    private async Task<AppendResult> FindNowAsync(string name, long expected, IReadOnlyList<EventData> events, CancellationToken cancellationToken)
    {
        var there = client.ReadStreamAsync(
            Direction.Forwards, name, StreamPosition.FromInt64(expected + 1), events.Count, deadline: ServerCalls.Deadline, cancellationToken: cancellationToken);
        if (await there.ReadState == ReadState.StreamNotFound)
            return new AppendResult.Stale(-1);
        var (same, last) = (0, default(EventRecord));
        await foreach (var read in there)
        {
            if (read.Event.EventId != events[same].EventId)
                break;
            (same, last) = (same + 1, read.Event);
        }

        return same == events.Count
            ? new AppendResult.Appended(expected + events.Count, StoredEvents.PositionOf(last!))
            : new AppendResult.Stale(await FindLastAsync(name, cancellationToken));
    }

    private async Task<long> FindLastAsync(string name, CancellationToken cancellationToken)
    {
        var last = client.ReadStreamAsync(Direction.Backwards, name, StreamPosition.End, 1, deadline: ServerCalls.Deadline, cancellationToken: cancellationToken);
        if (await last.ReadState == ReadState.StreamNotFound)
            return -1;
        await foreach (var read in last)
            return read.Event.EventNumber.ToInt64();
        return -1;
    }
}
