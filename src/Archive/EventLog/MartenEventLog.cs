using Archive.Domain.Events;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// The event log in the tables of Marten's event store. Reads take the stored rows as they are, because digests are of the stored JSON before any
/// upcasting, which Marten's own reading no longer has; appends write them as Marten does, a whole group in one round trip.
/// </summary>
internal sealed class MartenEventLog : IEventLog, IAsyncDisposable
{
    /// <summary>How long a change by another process may stay unseen.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly NpgsqlDataSource _database;
    private readonly MartenLogTables _tables;
    private readonly MartenLogControl _control;
    private readonly MartenAppendQueue _queue;
    private readonly MartenStreamReads _streams;
    private TaskCompletionSource _appended = NewSignal();

    public MartenEventLog(NpgsqlDataSource database)
        : this(database, MartenLogTables.InUse)
    {
    }

    public MartenEventLog(NpgsqlDataSource database, MartenLogTables tables)
    {
        (_database, _tables) = (database, tables);
        _control = new MartenLogControl(database, tables);
        _streams = new MartenStreamReads(database, tables);
        _queue = new MartenAppendQueue(new MartenAppendGroup(database, tables), () => Interlocked.Exchange(ref _appended, NewSignal()).TrySetResult());
    }

    public ILogControl Control => _control;

    public async Task<LogIdentity> IdentifyAsync(CancellationToken cancellationToken) => (await _control.ReadAsync(cancellationToken)).Identity;

    public Task<AppendResult> AppendAsync(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken) =>
        _queue.EnqueueAsync(new PendingAppend(stream, expectedRevision, events), cancellationToken);

    public IAppendRun BeginRun(bool fills) => new MartenAppendRun(_queue, fills);

    public Task<IReadOnlyList<LoggedEvent>> ReadStreamAsync(string stream, CancellationToken cancellationToken) =>
        _streams.ReadAsync(stream).WaitAsync(cancellationToken);

    public async Task<IReadOnlySet<string>> FindMissingAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(
            $"select name from unnest($1) as name where not exists (select from {_tables.Streams} where id = name)");
        command.Parameters.Add(new() { Value = streams.ToArray() });
        var missing = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            missing.Add(reader.GetString(0));
        return missing;
    }

    public async Task<LogStretch> ReadAfterAsync(LogPosition after, int most, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"{MartenRows.Select(_tables)} where seq_id > $1 and {MartenLogTables.IsEntrys} order by seq_id limit $2");
        command.Parameters.Add(new() { Value = after.Commit });
        command.Parameters.Add(new() { Value = most });
        var events = await ReadAsync(command, cancellationToken, upToUnreadable: true);
        return new LogStretch(events, events.Count == 0 ? after : events[^1].Position);
    }

    public async Task<LoggedEvent?> FindAtAsync(LogPosition position, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"{MartenRows.Select(_tables)} where seq_id = $1 and {MartenLogTables.IsEntrys}");
        command.Parameters.Add(new() { Value = position.Commit });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    public Task<LogOddity?> FindOddityAsync(LogPosition after, LogPosition upTo, CancellationToken cancellationToken) =>
        new MartenOddities(_database, _tables).FindAsync(after, upTo, cancellationToken);

    public async Task<LogPosition> FindEndAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"select coalesce(max(seq_id), 0) from {_tables.Events} where {MartenLogTables.IsEntrys}");
        var end = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        return new LogPosition(end, end);
    }

    public async Task<long> CountAfterAsync(LogPosition after, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"select count(*) from {_tables.Events} where seq_id > $1 and {MartenLogTables.IsEntrys}");
        command.Parameters.Add(new() { Value = after.Commit });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task WaitAfterAsync(LogPosition after, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(atMost);
        try
        {
            while (true)
            {
                var signal = Volatile.Read(ref _appended).Task;
                if (await FindEndAsync(enough.Token) > after)
                    return;
                if (await Task.WhenAny(signal, Task.Delay(Poll, enough.Token)) == signal)
                    return;
                enough.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: there may be nothing, and the caller looks for itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        await _streams.DisposeAsync();
    }

    private static async Task<List<LoggedEvent>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken, bool upToUnreadable = false)
    {
        var events = new List<LoggedEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            try
            {
                events.Add(MartenRows.Read(reader));
            }
            catch (UnreadableEventException) when (upToUnreadable && events.Count > 0)
            {
                break;
            }
        }

        return events;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
