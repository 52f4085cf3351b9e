using Archive.EventLog;

namespace Archive.EventStoreDb;

/// <summary>What a tail has been told and its reader has not taken yet, in log order and each once, whoever tells it.</summary>
internal sealed class TailBuffer(LogPosition after)
{
    private const int MostItems = 4_000;
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<TailItem> _items = new();
    private (LogPosition Seen, LogPosition ReadUpTo) _places = (after, after);
    private (bool IsLive, bool IsBroken, bool IsEnded) _state;
    private long _bytes;
    private TaskCompletionSource? _changed;
    private TaskCompletionSource? _room;

    /// <summary>Up to where it was told.</summary>
    public LogPosition Seen
    {
        get
        {
            lock (_gate)
                return _places.Seen;
        }
    }

    /// <summary>Up to where it was taken.</summary>
    public LogPosition ReadUpTo
    {
        get
        {
            lock (_gate)
                return _places.ReadUpTo;
        }
    }

    public bool HasItems
    {
        get
        {
            lock (_gate)
                return _items.Count > 0;
        }
    }

    /// <summary>Whether the subscription has come to what was the end then.</summary>
    public bool IsLive
    {
        get
        {
            lock (_gate)
                return _state.IsLive;
        }
    }

    /// <summary>Whether there is no subscription at the moment.</summary>
    public bool IsBroken
    {
        get
        {
            lock (_gate)
                return _state.IsBroken;
        }
    }

    /// <summary>Whether the closing event was told: nothing of the log comes behind it.</summary>
    public bool IsEnded
    {
        get
        {
            lock (_gate)
                return _state.IsEnded;
        }
    }

    /// <summary>Takes an item from the subscription; waits while there is too much already.</summary>
    public async Task FeedAsync(TailItem item, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task room;
            lock (_gate)
            {
                if (_items.Count < MostItems && _bytes < MostBytes)
                {
                    Put(item);
                    return;
                }

                room = (_room ??= NewSignal()).Task;
            }

            await room.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes an item that the reader asked for.</summary>
    public void Fill(TailItem item)
    {
        lock (_gate)
            Put(item);
    }

    /// <summary>There is nothing of the log up to here but what was told. It may lie before the last event: a checkpoint's prepare position can be 0.</summary>
    public void PassTo(LogPosition position)
    {
        lock (_gate)
        {
            _places.Seen = position > _places.Seen ? position : _places.Seen;
            _state.IsBroken = false;
        }
    }

    public void CatchUp()
    {
        lock (_gate)
        {
            (_state.IsLive, _state.IsBroken) = (true, false);
            Pulse();
        }
    }

    public void Break()
    {
        lock (_gate)
        {
            (_state.IsLive, _state.IsBroken) = (false, true);
            Pulse();
        }
    }

    /// <returns>What there is, up to <paramref name="most"/> events; null where there is nothing.</returns>
    /// <exception cref="Domain.Events.UnreadableEventException">The next event cannot be read; it stays.</exception>
    public LogStretch? Take(int most)
    {
        lock (_gate)
        {
            if (_items.Count == 0)
                return null;
            var events = new List<LoggedEvent>(Math.Min(most, _items.Count));
            while (events.Count < most && _items.TryPeek(out var item))
            {
                if (item is TailItem.Unreadable unreadable)
                {
                    if (events.Count == 0)
                        throw unreadable.Why;
                    break;
                }

                var logged = ((TailItem.Entry)_items.Dequeue()).Logged;
                events.Add(logged);
                (_places.ReadUpTo, _bytes) = (logged.Position, _bytes - SizeOf(logged));
            }

            if (_items.Count == 0)
                _places.ReadUpTo = _places.Seen;
            _room?.TrySetResult();
            _room = null;
            return new LogStretch(events, _places.ReadUpTo);
        }
    }

    /// <summary>Passes over what was seen and is nobody's of ours.</summary>
    public LogPosition ReadUpToSeen()
    {
        lock (_gate)
            return _places.ReadUpTo = _items.Count == 0 ? _places.Seen : _places.ReadUpTo;
    }

    /// <summary>Waits until something holds; it is looked at when the buffer changes.</summary>
    public async Task WaitAsync(Func<TailBuffer, bool> isEnough, TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (isEnough(this))
                    return;
                changed = (_changed ??= NewSignal()).Task;
            }

            await changed.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            if (enough.IsCancellationRequested)
                return;
        }
    }

    private void Put(TailItem item)
    {
        _state.IsBroken = false;
        if (_state.IsEnded || item.Position <= _places.Seen)
            return;
        _places.Seen = item.Position;
        if (item is TailItem.Control control)
        {
            _state.IsEnded = control.IsEnd;
            return;
        }

        _items.Enqueue(item);
        _bytes += item is TailItem.Entry entry ? SizeOf(entry.Logged) : 0;
        Pulse();
    }

    private void Pulse()
    {
        _changed?.TrySetResult();
        _changed = null;
    }

    private static long SizeOf(LoggedEvent logged) => logged.Data.Length;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
