using System.Security.Cryptography;
using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>The stream of what the log says of itself.</summary>
internal sealed class ControlStream(EventStoreDbPlace place, EventStoreClient client, ServerCalls calls, StreamAppends appends) : ILogControl
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _one = new(1);
    private ControlState _known = ControlState.Empty;
    private Task<ControlState>? _next;

    public string Place => place.Name;

    /// <summary>As this process last saw it.</summary>
    public ControlState Known => Volatile.Read(ref _known);

    public async Task<LogState?> FindAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Log;

    /// <summary>
    /// The state as it is at some moment after the call, read from the leader. Calls that wait for one at the same time share it: whatever was
    /// acknowledged before a call stands in the server's log before what this answers.
    /// </summary>
    public Task<ControlState> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return (_next ??= Task.Run(ReadNextAsync, CancellationToken.None)).WaitAsync(cancellationToken);
    }

    public async Task<LogState> OpenAsync(string? name, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(cancellationToken)).Log is { } there)
            return there;
        var id = LogIdentity.NewId();
        await AppendAsync(LogOpened.EventType, new LogOpened(id, name ?? LogIdentity.MadeUpName(id), []), -1, cancellationToken);
        return (await ReadAsync(cancellationToken)).Log ?? throw new InvalidOperationException($"The control stream {place.Streams.Control} was emptied.");
    }

    public Task BeginFillingAsync(LogIdentity identity, string from, CancellationToken cancellationToken) =>
        ChangeAsync(LogFillingBegun.EventType, new LogFillingBegun(identity.Id, identity.Name, identity.Predecessors, from), cancellationToken);

    public Task EndFillingAsync(CancellationToken cancellationToken) => ChangeAsync(LogFilled.EventType, new LogFilled(), cancellationToken);

    public async Task CloseAsync(LogClosure closure, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(cancellationToken)).End is null)
            await ChangeAsync(LogClosure.EventType, closure, cancellationToken);
    }

    public Task<bool> TryDiscardAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>A server keeps what is on it where it is: another log gets another prefix.</summary>
    public Task<string?> SetAsideAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    private async Task ChangeAsync<T>(string type, T body, CancellationToken cancellationToken)
    {
        var revision = (await ReadAsync(cancellationToken)).Revision;
        if (!await AppendAsync(type, body, revision, cancellationToken))
            throw new InvalidOperationException($"Somebody else changed the control stream {place.Streams.Control} at the same time. Look at what is going on, and run the same again.");
    }

    /// <returns>False where the stream has another revision.</returns>
    private async Task<bool> AppendAsync<T>(string type, T body, long expected, CancellationToken cancellationToken)
    {
        var stored = new EventData(Uuid.FromGuid(LogIdentity.NewId()), type, JsonSerializer.SerializeToUtf8Bytes(body, ArchiveJson.Options));
        return await appends.AppendAsync(place.Streams.Control, expected, [stored], cancellationToken) is AppendResult.Appended;
    }

    private async Task<ControlState> ReadNextAsync()
    {
        await _one.WaitAsync();
        try
        {
            // From here on a call gets a read that begins after it.
            lock (_gate)
                _next = null;
            var state = await calls.RunAsync(ReadAllAsync, CancellationToken.None);
            Volatile.Write(ref _known, state);
            return state;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>From its beginning, for a server can be exchanged: then the log is another, as a few events tell.</summary>
    private async Task<ControlState> ReadAllAsync(CancellationToken cancellationToken)
    {
        var events = client.ReadStreamAsync(
            Direction.Forwards, place.Streams.Control, StreamPosition.Start, deadline: ServerCalls.Deadline, cancellationToken: cancellationToken);
        if (await events.ReadState == ReadState.StreamNotFound)
        {
            return Known.Revision < 0 ? Known : throw new LogRefusedException(new Refusal(
                "log-missing", $"The control stream of the event log is gone ({place.Name}). Nothing was recorded. Point ARCHIVE_EVENTSTORE to the right server, or restore it from its backup."));
        }

        var state = ControlState.Empty;
        await foreach (var read in events)
            state = state.After(read.Event);
        return state;
    }
}
