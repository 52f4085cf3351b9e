using Archive.EventLog;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>The tails of those who read on: each finds its own again by where it stands.</summary>
internal sealed class LogTails(EventStoreDbPlace place, EventStoreClient client, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>A projector, a rebuild beside it, a backup; what is left by those who went goes first.</summary>
    private const int MostIdle = 3;

    private readonly Lock _gate = new();
    private readonly List<LogTail> _idle = [];
    private readonly HashSet<Task> _ending = [];
    private bool _isClosed;

    public LogTail Take(LogPosition after)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_idle.FindLast(tail => tail.ReadUpTo == after) is not { } own)
                return new LogTail(place, client, after, clock);
            _idle.Remove(own);
            return own;
        }
    }

    public void GiveBack(LogTail tail)
    {
        lock (_gate)
        {
            _idle.Add(tail);
            while (_idle.Count > (_isClosed ? 0 : MostIdle))
            {
                _ending.Add(_idle[0].DisposeAsync().AsTask());
                _idle.RemoveAt(0);
            }

            _ending.RemoveWhere(task => task.IsCompleted);
        }
    }

    /// <summary>Instead of giving it back, where what it holds may be mended on the server.</summary>
    public void Discard(LogTail tail)
    {
        lock (_gate)
            _ending.Add(tail.DisposeAsync().AsTask());
    }

    public async ValueTask DisposeAsync()
    {
        Task[] ending;
        lock (_gate)
        {
            _isClosed = true;
            ending = [.. _ending, .. _idle.Select(tail => tail.DisposeAsync().AsTask())];
            _idle.Clear();
        }

        await Task.WhenAll(ending);
    }
}
