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

    public Task<AppendResult> Enqueue(PendingAppend append)
    {
        if (!_waiting.Writer.TryWrite(append))
            throw new ObjectDisposedException(nameof(MartenAppendQueue), "The archive is closing and takes no more changes.");
        return append.Result;
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
            if (group.Count > 0 && await CommitAsync(group) is { } outage)
                FailWaiting(outage);
        }
    }

    /// <summary>In the order of the calls; a second append to a stream is held for the next group, and so is what follows it.</summary>
    private List<PendingAppend> NextGroup()
    {
        while (_held.Count < LargestGroup && _waiting.Reader.TryRead(out var append))
            _held.Add(append);
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var group = _held.TakeWhile(append => streams.Add(append.Stream)).ToList();
        _held.RemoveRange(0, group.Count);
        return group;
    }

    /// <returns>The outage by which it failed; null where each append has its answer or its own failure.</returns>
    private async Task<Exception?> CommitAsync(List<PendingAppend> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answers = await _group.CommitAsync(group);
                _appended();
                foreach (var (append, answer) in group.Zip(answers))
                    append.Answer(answer);
                return null;
            }
            catch (Exception e) when (attempt < Attempts && DatabaseFailure.IsOutage(e))
            {
                // The outcome may be unknown. The same ids, bytes and revisions again find out: what is there already is answered as appended.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt));
            }
            catch (Exception e) when (group.Count > 1 && DatabaseFailure.IsRefusal(e))
            {
                return await CommitOneByOneAsync(group);
            }
            catch (Exception e)
            {
                foreach (var append in group)
                    append.Fail(e);
                return DatabaseFailure.IsOutage(e) ? e : null;
            }
        }
    }

    /// <summary>One of them is at fault: each gets a transaction and an answer of its own.</summary>
    private async Task<Exception?> CommitOneByOneAsync(List<PendingAppend> group)
    {
        Exception? outage = null;
        foreach (var append in group)
        {
            if (outage is null)
                outage = await CommitAsync([append]);
            else
                append.Fail(outage);
        }

        return outage;
    }

    /// <summary>Whoever hands over many at a time counts on their order: what waits behind one that was lost must not arrive before it.</summary>
    private void FailWaiting(Exception outage)
    {
        foreach (var append in _held)
            append.Fail(outage);
        _held.Clear();
        while (_waiting.Reader.TryRead(out var append))
            append.Fail(outage);
    }
}
