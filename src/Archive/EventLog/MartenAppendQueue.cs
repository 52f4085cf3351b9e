using System.Threading.Channels;

namespace Archive.EventLog;

/// <summary>
/// Takes appends in the order of the calls and commits those that wait at the same time in one transaction: at most one a stream and
/// <see cref="LargestGroup"/> in all, so that the append lock and the flush to disk are paid once a group.
/// </summary>
internal sealed class MartenAppendQueue : IAsyncDisposable
{
    private const int LargestGroup = 256;
    private const int Attempts = 3;

    private readonly Channel<PendingAppend> _waiting = Channel.CreateUnbounded<PendingAppend>(new UnboundedChannelOptions { SingleReader = true });
    private readonly MartenAppendGroup _group;
    private readonly Action _appended;
    private readonly Task _loop;

    /// <summary>Taken off the queue, and not in a group yet. The loop's own.</summary>
    private readonly List<PendingAppend> _held = [];

    public MartenAppendQueue(MartenAppendGroup group, Action appended)
    {
        _group = group;
        _appended = appended;
        _loop = Task.Run(RunAsync);
    }

    public Task<AppendResult> EnqueueAsync(PendingAppend append, CancellationToken cancellationToken)
    {
        if (append.Events.Count == 0)
            throw new ArgumentException("An append has at least one event.", nameof(append));
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<AppendResult>(cancellationToken);
        if (!_waiting.Writer.TryWrite(append))
            throw new ObjectDisposedException(nameof(MartenAppendQueue), "The archive is closing and takes no more changes.");
        return append.Result.WaitAsync(cancellationToken);
    }

    /// <summary>Commits what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _group.DisposeAsync();
    }

    private async Task RunAsync()
    {
        while (_held.Count > 0 || await _waiting.Reader.WaitToReadAsync())
        {
            var group = NextGroup();
            if (group.Count > 0)
                await CommitAsync(group);
        }
    }

    /// <summary>In the order of the calls; a second append to a stream is held for the next group, and so is what follows it.</summary>
    private List<PendingAppend> NextGroup()
    {
        while (_held.Count < LargestGroup && _waiting.Reader.TryRead(out var append))
            _held.Add(append);
        _held.RemoveAll(append => append.TryFailWithRun());
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var group = _held.TakeWhile(append => streams.Add(append.Stream)).ToList();
        _held.RemoveRange(0, group.Count);
        return group;
    }

    private async Task CommitAsync(List<PendingAppend> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answers = await _group.CommitAsync(group);
                _appended();
                foreach (var (append, answer) in group.Zip(answers))
                    append.Answer(answer);
                return;
            }
            catch (Exception e) when (attempt < Attempts && DatabaseFailure.IsOutage(e))
            {
                // The outcome may be unknown. The same ids, bytes and revisions again find out: what is there already is answered as appended.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt));
            }
            catch (Exception e) when (group.Count > 1 && DatabaseFailure.IsRefusal(e))
            {
                await CommitOneByOneAsync(group);
                return;
            }
            catch (Exception e)
            {
                foreach (var append in group)
                    append.Fail(e);
                return;
            }
        }
    }

    /// <summary>One of them is at fault: each gets a transaction and an answer of its own.</summary>
    private async Task CommitOneByOneAsync(List<PendingAppend> group)
    {
        foreach (var append in group)
        {
            if (!append.TryFailWithRun())
                await CommitAsync([append]);
        }
    }
}
