using Archive.EventLog;

namespace Archive.LedgerAudits;

/// <summary>A log of which no more than a number of events is read on: what came after the head of the ledger is not audited.</summary>
/// <param name="log">The log.</param>
/// <param name="left">How many events are still to be read.</param>
internal sealed class LogUpTo(IEventLog log, long left) : IEventLog
{
    private long _left = left;

    public ILogControl Control => log.Control;

    public async Task<LogStretch> ReadAfterAsync(LogPosition after, int most, CancellationToken cancellationToken)
    {
        if (_left == 0)
            return new LogStretch([], after);
        var events = await log.ReadAfterAsync(after, (int)Math.Min(most, _left), cancellationToken);
        _left -= events.Count;
        return events.Count > 0 ? new LogStretch(events, events[^1].Position) : events;
    }

    public Task<LogIdentity> IdentifyAsync(CancellationToken cancellationToken) => log.IdentifyAsync(cancellationToken);

    public Task<LoggedEvent?> FindAtAsync(LogPosition position, CancellationToken cancellationToken) => log.FindAtAsync(position, cancellationToken);

    public Task<IReadOnlyList<LoggedEvent>> ReadStreamAsync(string stream, CancellationToken cancellationToken) => log.ReadStreamAsync(stream, cancellationToken);

    public Task<LogOddity?> FindOddityAsync(LogPosition after, LogPosition upTo, CancellationToken cancellationToken) => log.FindOddityAsync(after, upTo, cancellationToken);

    public Task<IReadOnlySet<string>> FindMissingAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken) => log.FindMissingAsync(streams, cancellationToken);

    public Task<LogPosition> FindEndAsync(CancellationToken cancellationToken) => log.FindEndAsync(cancellationToken);

    public Task<long> CountAfterAsync(LogPosition after, CancellationToken cancellationToken) => log.CountAfterAsync(after, cancellationToken);

    public Task WaitAfterAsync(LogPosition after, TimeSpan atMost, CancellationToken cancellationToken) => log.WaitAfterAsync(after, atMost, cancellationToken);

    public Task<AppendResult> AppendAsync(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An audit appends nothing.");

    public IAppendRun BeginRun(bool fills) => throw new NotSupportedException("An audit appends nothing.");
}
