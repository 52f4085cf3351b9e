using System.Text;
using Google.Protobuf;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// The durable part of the double: one log of all streams. Positions are offsets in bytes, so they rise strictly and are nowhere dense. It outlives
/// the host, which is how a server that comes back has kept its data. Safe for concurrent use.
/// </summary>
internal sealed class DoubleLog(TimeProvider time)
{
    // What a record holds beside names, data and metadata: roughly what the server's does, and odd so that nothing comes out round.
    private const int RecordOverhead = 117;

    private readonly Lock _lock = new();
    private readonly List<DoubleEvent> _all = [];
    private readonly HashSet<long> _boundaries = [];
    private readonly Dictionary<string, DoubleStream> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, DoubleEvent> _recent = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastRecord = -1;
    private long _end;

    /// <summary>Every event of the log at this moment, in its order.</summary>
    public IReadOnlyList<DoubleEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    public LogPosition End
    {
        get
        {
            lock (_lock)
                return new LogPosition(_end, _end);
        }
    }

    /// <summary>
    /// Forgets the ids that an append with <c>any</c> is compared with: the server holds only the latest in memory. Appends with a revision
    /// are compared with the stream itself and are not affected.
    /// </summary>
    public void ForgetRecentIds()
    {
        lock (_lock)
            _recent.Clear();
    }

    /// <summary>A record that is no event, as the server writes at elections and chunk ends.</summary>
    public void PutRecord()
    {
        lock (_lock)
            Record(RecordOverhead);
    }

    public AppendAnswer Append(string stream, long expected, IReadOnlyList<ProposedEvent> events)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        lock (_lock)
        {
            _streams.TryGetValue(stream, out var state);
            if (AppendRule.Refuse(stream, state, expected, _recent, events) is { } answer)
                return answer;
            if (state is null)
                _streams.Add(stream, state = new DoubleStream());
            if (events.Count == 0)
                return new AppendAnswer(AppendResult.Written, state.Last, Record(RecordOverhead + stream.Length), state.Last);
            if (state.IsSoftDeleted)
                (state.IsSoftDeleted, state.TruncateBefore) = (false, state.Last + 1);
            foreach (var proposed in events)
                Write(stream, state, state.Last + 1, proposed);
            Grow();
            return new AppendAnswer(AppendResult.Written, state.Last, _lastRecord, state.Last);
        }
    }

    /// <summary>Deletes so that the stream can be written again: an event of its metadata stream says so.</summary>
    public AppendAnswer Delete(string stream, long expected)
    {
        lock (_lock)
        {
            _streams.TryGetValue(stream, out var state);
            if (AppendRule.Refuse(stream, state, expected, _recent, []) is { } answer)
                return answer;
            if (state is null)
                _streams.Add(stream, state = new DoubleStream());
            state.IsSoftDeleted = true;
            if (!_streams.TryGetValue("$$" + stream, out var meta))
                _streams.Add("$$" + stream, meta = new DoubleStream());
            var truncate = ByteString.CopyFrom("""{"$tb":9223372036854775807}""", Encoding.UTF8);
            Write("$$" + stream, meta, meta.Last + 1, new ProposedEvent(Guid.NewGuid(), "$metadata", true, truncate, ByteString.Empty));
            Grow();
            return new AppendAnswer(AppendResult.Written, state.Last, _lastRecord, state.Last);
        }
    }

    /// <summary>Deletes for good.</summary>
    public AppendAnswer Tombstone(string stream, long expected)
    {
        lock (_lock)
        {
            _streams.TryGetValue(stream, out var state);
            if (AppendRule.Refuse(stream, state, expected, _recent, []) is { } answer)
                return answer;
            if (state is null)
                _streams.Add(stream, state = new DoubleStream());
            state.IsTombstoned = true;
            Write(stream, state, DoubleStream.TombstoneRevision, new ProposedEvent(Guid.NewGuid(), "$streamDeleted", true, ByteString.Empty, ByteString.Empty));
            Grow();
            return new AppendAnswer(AppendResult.Written, DoubleStream.TombstoneRevision, _lastRecord, DoubleStream.TombstoneRevision);
        }
    }

    /// <summary>
    /// Reads on at <paramref name="from"/>, inclusive, until <paramref name="count"/> events match or <paramref name="window"/> were looked at;
    /// null where no record begins there.
    /// </summary>
    public AllPage? Forwards(LogPosition from, int count, int window, Func<DoubleEvent, bool> filter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        lock (_lock)
        {
            if (from.Commit > _lastRecord)
                return new AllPage([], from, from, ReachedEnd: true, 0);
            if (!_boundaries.Contains(from.Commit))
                return null;
            var (events, next, considered, reachedEnd) = (new List<DoubleEvent>(), from, 0, false);
            for (var index = IndexAt(from.Commit); events.Count < count && considered < window; index++)
            {
                if (index == _all.Count)
                {
                    reachedEnd = true;
                    break;
                }
                considered++;
                if (filter(_all[index]))
                    events.Add(_all[index]);
                next = new LogPosition(_all[index].End, 0);
            }
            return new AllPage(events, from, next, reachedEnd, considered);
        }
    }

    /// <summary>Reads back from <paramref name="from"/>, exclusive.</summary>
    public AllPage? Backwards(LogPosition from, int count, int window, Func<DoubleEvent, bool> filter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        lock (_lock)
        {
            if (from == LogPosition.End)
                from = new LogPosition(_end, _end);
            if (from.Commit > _end)
                return new AllPage([], from, from, ReachedEnd: true, 0);
            if (from.Commit != _end && !_boundaries.Contains(from.Commit))
                return null;
            var (events, next, considered, reachedEnd) = (new List<DoubleEvent>(), from, 0, false);
            for (var index = IndexAt(from.Commit) - 1; events.Count < count && considered < window; index--)
            {
                if (index < 0)
                {
                    reachedEnd = true;
                    break;
                }
                // The end of a record with a lower prepare position is before that record's end.
                if (_all[index].End > from.Commit || (_all[index].End == from.Commit && from.Prepare < from.Commit))
                    continue;
                considered++;
                if (filter(_all[index]))
                    events.Add(_all[index]);
                next = new LogPosition(_all[index].Position, _all[index].Position);
            }
            return new AllPage(events, from, next, reachedEnd, considered);
        }
    }

    /// <summary>A page of one stream; null when it is not there or is soft-deleted.</summary>
    /// <exception cref="StreamTombstonedException">It was deleted for good.</exception>
    public StreamPage? Stream(string stream, long from, int count, bool backwards)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentException.ThrowIfNullOrEmpty(stream);
        if (!backwards)
            ArgumentOutOfRangeException.ThrowIfNegative(from);
        lock (_lock)
        {
            if (!_streams.TryGetValue(stream, out var state))
                return null;
            if (state.IsTombstoned)
                throw new StreamTombstonedException();
            if (state.IsSoftDeleted || state.Last < 0)
                return null;
            if (!backwards)
            {
                var first = Math.Max(from, state.TruncateBefore);
                if (first > state.Last)
                    return new StreamPage([], state.Last + 1, state.Last, ReachedEnd: true);
                var found = state.Events.GetRange((int)first, (int)Math.Min(count, state.Last - first + 1));
                return new StreamPage(found, first + found.Count, state.Last, first + found.Count > state.Last);
            }
            var top = from < 0 ? state.Last : Math.Min(from, state.Last);
            var bottom = Math.Max(state.TruncateBefore, top - count + 1);
            if (top < bottom)
                return new StreamPage([], -1, state.Last, ReachedEnd: true);
            var back = state.Events.GetRange((int)bottom, (int)(top - bottom + 1));
            back.Reverse();
            return new StreamPage(back, bottom - 1, state.Last, bottom <= state.TruncateBefore);
        }
    }

    /// <summary>Changes what is there, as nothing over the wire can. An event keeps its place; null takes it away, for which it has to be its stream's last.</summary>
    public void Tamper(Predicate<DoubleEvent> which, Func<DoubleEvent, DoubleEvent?> change)
    {
        lock (_lock)
        {
            foreach (var there in _all.FindAll(which))
            {
                var stream = _streams.Values.Single(stream => stream.Events.Contains(there)).Events;
                if (change(there) is { } changed)
                {
                    (_all[_all.IndexOf(there)], stream[stream.IndexOf(there)]) = (changed, changed);
                }
                else
                {
                    _all.Remove(there);
                    stream.Remove(there);
                }
            }
        }
    }

    /// <summary>Ends when the log is longer than <paramref name="end"/>.</summary>
    public Task GrownPast(LogPosition end)
    {
        lock (_lock)
            return _all.Count > 0 && _all[^1].End > end.Commit ? Task.CompletedTask : _grown.Task;
    }

    private void Write(string stream, DoubleStream state, long revision, ProposedEvent proposed)
    {
        var position = Record(RecordOverhead + stream.Length + proposed.Size);
        var created = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks;
        var stored = new DoubleEvent(
            position, _end, stream, revision, proposed.Id, proposed.Type, proposed.IsJson, proposed.Data, proposed.Metadata, created);
        _all.Add(stored);
        state.Events.Add(stored);
        _recent[stored.Id] = stored;
    }

    private long Record(int size)
    {
        _lastRecord = _end;
        _boundaries.Add(_lastRecord);
        _end += size;
        return _lastRecord;
    }

    private void Grow()
    {
        var grown = _grown;
        _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        grown.SetResult();
    }

    private int IndexAt(long position)
    {
        var (low, high) = (0, _all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].Position < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
