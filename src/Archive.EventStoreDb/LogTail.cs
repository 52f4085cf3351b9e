using Archive.Domain.Events;
using Archive.EventLog;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>
/// One reader's way along the log, fed by a subscription that is made anew whenever it breaks, behind the last position that it told. So nothing is
/// missed and nothing comes twice. That there is nothing more is never taken from the subscription, which may be late: the leader is asked.
/// </summary>
internal sealed class LogTail : IAsyncDisposable
{
    /// <summary>So many filtered records are between two checkpoints: the filter's window, times this.</summary>
    private const uint CheckpointInterval = 16;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WhileAway = TimeSpan.FromMilliseconds(100);

    private readonly EventStoreDbPlace _place;
    private readonly EventStoreClient _client;
    private readonly TimeProvider _clock;
    private readonly TailBuffer _buffer;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _feeding;

    public LogTail(EventStoreDbPlace place, EventStoreClient client, LogPosition after, TimeProvider clock)
    {
        _place = place;
        _client = client;
        _clock = clock;
        _buffer = new TailBuffer(after);
        _feeding = Task.Run(FeedAsync);
    }

    /// <summary>Up to where it was read.</summary>
    public LogPosition ReadUpTo => _buffer.ReadUpTo;

    /// <exception cref="UnreadableEventException">The very next event cannot be read.</exception>
    public async Task<LogStretch> ReadAsync(int most, StreamReads reads, CancellationToken cancellationToken)
    {
        await _buffer.WaitAsync(isEnough: buffer => buffer.HasItems || buffer.IsLive || buffer.IsBroken, FirstWait, _clock, cancellationToken);
        if (_buffer.Take(most) is { } there)
            return there;
        foreach (var record in await reads.ReadAllAfterAsync(_buffer.ReadUpTo, most, cancellationToken))
            _buffer.Fill(ToItem(record));
        return _buffer.Take(most) ?? new LogStretch([], _buffer.ReadUpToSeen());
    }

    /// <summary>Returns when there is something to read, or after <paramref name="atMost"/>; soon while the subscription is broken.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await _buffer.WaitAsync(isEnough: buffer => buffer.HasItems || buffer.IsBroken, atMost, _clock, cancellationToken);
        if (!_buffer.HasItems && _buffer.IsBroken)
            await Task.Delay(atMost < WhileAway ? atMost : WhileAway, _clock, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task FeedAsync()
    {
        var pause = FirstPause;
        while (!_ending.IsCancellationRequested && !_buffer.IsEnded)
        {
            var began = _buffer.Seen;
            try
            {
                await SubscribeAsync();
            }
            catch (Exception) when (!_ending.IsCancellationRequested)
            {
                // Whoever reads finds out what is wrong by asking the leader, and is told.
            }
            catch (Exception)
            {
                return;
            }

            _buffer.Break();
            pause = _buffer.Seen > began ? FirstPause : ServerCalls.Longer(pause);
            await Task.Delay(ServerCalls.Jittered(pause), _clock, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SubscribeAsync()
    {
        var seen = _buffer.Seen;
        var start = seen == LogPosition.Start ? FromAll.Start : FromAll.After(StoredEvents.ToServer(seen));
        await using var subscription = _client.SubscribeToAll(
            start, filterOptions: new SubscriptionFilterOptions(_place.Streams.Filter, CheckpointInterval), cancellationToken: _ending.Token);
        await foreach (var message in subscription.Messages.WithCancellation(_ending.Token))
        {
            switch (message)
            {
                case StreamMessage.Event told:
                    await _buffer.FeedAsync(ToItem(told.ResolvedEvent.Event), _ending.Token);
                    if (_buffer.IsEnded)
                        return;
                    break;
                case StreamMessage.AllStreamCheckpointReached checkpoint:
                    _buffer.PassTo(StoredEvents.ToLog(checkpoint.Position));
                    break;
                case StreamMessage.CaughtUp:
                    _buffer.CatchUp();
                    break;
            }
        }
    }

    private TailItem ToItem(EventRecord record)
    {
        var position = StoredEvents.ToLog(record.Position);
        if (_place.Streams.ToArchive(record.EventStreamId) is not { } stream)
            return new TailItem.Control(position, record.EventType == LogClosure.EventType);
        try
        {
            return new TailItem.Entry(position, StoredEvents.ToLogged(record, stream));
        }
        catch (UnreadableEventException e)
        {
            return new TailItem.Unreadable(position, e);
        }
    }
}
