using System.Text.Json;
using Archive.Domain.Events;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// The event log on Marten's event store. Appends go through Marten; reads take the stored rows as they are, because digests are of the
/// stored JSON before any upcasting, which Marten's own reading no longer has.
/// </summary>
internal sealed class MartenEventLog : IEventLog, IAsyncDisposable
{
    private const string Row = $"select seq_id, id, stream_id, version, type, data, headers -> '{MartenLogStore.MetadataHeader}' from {MartenLogStore.Schema}.mt_events";

    private const string IsEvent = $"stream_id <> '{MartenLogStore.PlaceholderStream}'";

    /// <summary>How long a change by another process may stay unseen.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly NpgsqlDataSource _database;
    private readonly MartenAppendQueue _queue;
    private TaskCompletionSource _appended = NewSignal();
    private LogIdentity? _identity;

    public MartenEventLog(NpgsqlDataSource database, MartenLogStore store)
    {
        _database = database;
        _queue = new MartenAppendQueue(new MartenAppendGroup(database, store), () => Interlocked.Exchange(ref _appended, NewSignal()).TrySetResult());
    }

    public async Task<LogIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        if (_identity is { } known)
            return known;
        await using var command = _database.CreateCommand($"select log_id, log_name from {MartenLogStore.Schema}.identity");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            throw new InvalidOperationException($"The table {MartenLogStore.Schema}.identity is empty: this is not a whole archive. Restore it from a backup.");
        return _identity = new LogIdentity(reader.GetGuid(0), reader.GetString(1));
    }

    public Task<AppendResult> AppendAsync(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
            throw new ArgumentException("An append has at least one event.", nameof(events));
        return _queue.Enqueue(new PendingAppend(stream, expectedRevision, events)).WaitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<LoggedEvent>> ReadStreamAsync(string stream, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"{Row} where stream_id = $1 order by version");
        command.Parameters.Add(new() { Value = stream });
        return await ReadAsync(command, cancellationToken);
    }

    public async Task<IReadOnlySet<string>> FindMissingAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(
            $"select name from unnest($1) as name where not exists (select from {MartenLogStore.Schema}.mt_streams where id = name)");
        command.Parameters.Add(new() { Value = streams.ToArray() });
        var missing = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            missing.Add(reader.GetString(0));
        return missing;
    }

    public async Task<IReadOnlyList<LoggedEvent>> ReadAfterAsync(LogPosition after, int most, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"{Row} where seq_id > $1 and {IsEvent} order by seq_id limit $2");
        command.Parameters.Add(new() { Value = after.Commit });
        command.Parameters.Add(new() { Value = most });
        return await ReadAsync(command, cancellationToken, upToUnreadable: true);
    }

    public async Task<LoggedEvent?> FindAtAsync(LogPosition position, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"{Row} where seq_id = $1");
        command.Parameters.Add(new() { Value = position.Commit });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    public async Task<LogPosition> FindEndAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"select coalesce(max(seq_id), 0) from {MartenLogStore.Schema}.mt_events where {IsEvent}");
        var end = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        return new LogPosition(end, end);
    }

    public async Task<long> CountAfterAsync(LogPosition after, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"select count(*) from {MartenLogStore.Schema}.mt_events where seq_id > $1 and {IsEvent}");
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
                await Task.WhenAny(signal, Task.Delay(Poll, enough.Token));
                enough.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: there may be nothing, and the caller looks for itself.
        }
    }

    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    private static async Task<List<LoggedEvent>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken, bool upToUnreadable = false)
    {
        var events = new List<LoggedEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            try
            {
                events.Add(ReadEvent(reader));
            }
            catch (UnreadableEventException) when (upToUnreadable && events.Count > 0)
            {
                break;
            }
        }

        return events;
    }

    private static LoggedEvent ReadEvent(NpgsqlDataReader reader)
    {
        var sequence = reader.GetInt64(0);
        return new LoggedEvent(
            new LogPosition(sequence, sequence),
            reader.GetGuid(1),
            reader.GetString(2),
            reader.GetInt64(3) - 1,
            reader.GetString(4),
            reader.GetFieldValue<byte[]>(5),
            ReadMetadata(reader));
    }

    private static EventMetadata ReadMetadata(NpgsqlDataReader reader)
    {
        try
        {
            if (!reader.IsDBNull(6) && JsonSerializer.Deserialize<EventMetadata>(reader.GetFieldValue<byte[]>(6), ArchiveJson.Options) is { } metadata)
                return metadata;
        }
        catch (JsonException e)
        {
            throw new UnreadableEventException($"The metadata of {Named(reader)} cannot be read: {e.Message}", e);
        }

        throw new UnreadableEventException($"There is no metadata of the archive beside {Named(reader)}: it was not written by the archive.");
    }

    private static string Named(NpgsqlDataReader reader) =>
        $"event {reader.GetGuid(1)} of type {reader.GetString(4)} in the stream {reader.GetString(2)}, revision {reader.GetInt64(3) - 1}";

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
