using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>
/// The event log on EventStoreDB or KurrentDB: one stream of the server for each of ours, read in the order of its $all. The log is what stands
/// before its closing event: an append is answered as done only when a later look at the control stream has not found one before it.
/// </summary>
internal sealed class EventStoreDbEventLog : IEventLog, IAsyncDisposable
{
    /// <summary>So many appends are under way at once; more make no server faster.</summary>
    private const int MostUnderWay = 64;

    private readonly EventStoreDbPlace _place;
    private readonly EventStoreClient _client;
    private readonly ServerCalls _calls;
    private readonly StreamAppends _appends;
    private readonly ControlStream _control;
    private readonly StreamReads _reads;
    private readonly LogTails _tails;
    private readonly SemaphoreSlim _slots = new(MostUnderWay);

    public EventStoreDbEventLog(EventStoreDbPlace place, TimeProvider clock)
    {
        _place = place;
        _client = new EventStoreClient(place.Settings);
        _calls = new ServerCalls(place, clock);
        _appends = new StreamAppends(_client, _calls);
        _control = new ControlStream(place, _client, _calls, _appends);
        _reads = new StreamReads(place, _client, _calls, _control);
        _tails = new LogTails(place, _client, clock);
    }

    public ILogControl Control => _control;

    public async Task<LogIdentity> IdentifyAsync(CancellationToken cancellationToken) => (await StateAsync(cancellationToken)).Identity;

    public Task<AppendResult> AppendAsync(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<AppendResult>(cancellationToken)
            : AppendAsync(stream, expectedRevision, events, fills: false).WaitAsync(cancellationToken);

    public IAppendRun BeginRun(bool fills) => new EventStoreDbAppendRun((stream, expected, events) => AppendAsync(stream, expected, events, fills));

    public Task<IReadOnlyList<LoggedEvent>> ReadStreamAsync(string stream, CancellationToken cancellationToken) => _reads.ReadAsync(stream, cancellationToken);

    public Task<IReadOnlySet<string>> FindMissingAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken) =>
        _reads.FindMissingAsync(streams, cancellationToken);

    public async Task<LogStretch> ReadAfterAsync(LogPosition after, int most, CancellationToken cancellationToken)
    {
        var tail = _tails.Take(after);
        try
        {
            var stretch = await tail.ReadAsync(most, _reads, cancellationToken);
            _tails.GiveBack(tail);
            return stretch;
        }
        catch (UnreadableEventException)
        {
            _tails.Discard(tail);
            throw;
        }
        catch
        {
            _tails.GiveBack(tail);
            throw;
        }
    }

    public Task<LoggedEvent?> FindAtAsync(LogPosition position, CancellationToken cancellationToken) => _reads.FindAtAsync(position, cancellationToken);

    /// <summary>The server keeps nothing beside an event that is written here and not read.</summary>
    public Task<LogOddity?> FindOddityAsync(LogPosition after, LogPosition upTo, CancellationToken cancellationToken) => Task.FromResult<LogOddity?>(null);

    public Task<LogPosition> FindEndAsync(CancellationToken cancellationToken) => _reads.FindEndAsync(cancellationToken);

    public Task<long> CountAfterAsync(LogPosition after, CancellationToken cancellationToken) => _reads.CountAfterAsync(after, cancellationToken);

    public async Task WaitAfterAsync(LogPosition after, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var tail = _tails.Take(after);
        try
        {
            await tail.WaitAsync(atMost, cancellationToken);
        }
        finally
        {
            _tails.GiveBack(tail);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _tails.DisposeAsync();
        await _client.DisposeAsync();
        _slots.Dispose();
    }

    /// <summary>Whoever gives up waiting does not stop it: what is under way arrives or fails as a whole.</summary>
    private async Task<AppendResult> AppendAsync(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, bool fills)
    {
        if (events.Count == 0)
            throw new ArgumentException("An append has at least one event.", nameof(events));
        var (name, stored) = (_place.Streams.ToServer(stream), events.Select(StoredEvents.ToStored).ToArray());
        AppendResult result;
        await _slots.WaitAsync();
        try
        {
            // What is known to be shut is not written to: it would keep what counts for nothing.
            result = await IsShutAsync(fills)
                ? await _appends.FindAsync(name, expectedRevision, stored, CancellationToken.None)
                : await _appends.AppendAsync(name, expectedRevision, stored, CancellationToken.None);
        }
        finally
        {
            _slots.Release();
        }

        return await AnswerAsync(result, fills);
    }

    /// <summary>As last seen; where that says no, the log is asked again, for what fills it ends.</summary>
    private async Task<bool> IsShutAsync(bool fills) =>
        (_control.Known.Log is not { } known || WhyShut(known, fills) is not null) && WhyShut(await StateAsync(CancellationToken.None), fills) is not null;

    private async Task<LogState> StateAsync(CancellationToken cancellationToken) =>
        await _control.FindAsync(cancellationToken) ?? throw new LogRefusedException(Missing());

    private Refusal Missing() => new("log-missing", $"There is no event log in {_place.Name}. Point ARCHIVE_EVENTSTORE to the right one.");

    /// <summary>What was appended counts where the log was open then: a closing event that came before it makes it nothing.</summary>
    private async Task<AppendResult> AnswerAsync(AppendResult result, bool fills)
    {
        var state = await _control.ReadAsync(CancellationToken.None);
        var shut = WhyShut(state.Log ?? throw new LogRefusedException(Missing()), fills);
        return result is AppendResult.Appended { Position: var position } && state.End is { } end && position < end || shut is null ? result : new AppendResult.Shut(shut);
    }

    private static Refusal? WhyShut(LogState state, bool fills) => state switch
    {
        { Closed: not null } => state.WhyShut(),
        { FilledFrom: null } when fills => new Refusal("log-not-filling", "What was begun to fill this log is over, and it is whole. Nothing was appended."),
        _ => fills ? null : state.WhyUnfinished(),
    };
}
