namespace Archive.EventLog;

/// <summary>
/// The one record of what happened. Nothing in it is ever changed or removed. Nothing above this port knows which log is below it.
/// An outage is an exception; no answer is ever a guess.
/// </summary>
public interface IEventLog
{
    /// <summary>What the log says of itself, and what is done to it as a whole.</summary>
    ILogControl Control { get; }

    /// <summary>Which log this is now: another may have been put in its place.</summary>
    Task<LogIdentity> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Appends to one stream, whole or not at all, and answers when the events are durable. Calls that wait at the same time may arrive in any order;
    /// see <see cref="BeginRun"/>. A repeat with the same event ids at the same revision is answered as the first time.
    /// </summary>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="expectedRevision">The revision that the stream must have; -1 where it must not have begun.</param>
    /// <param name="events">One or more events, within the limits of <see cref="Commands.AppendLimits"/>.</param>
    /// <param name="cancellationToken">Gives up waiting; the outcome is then unknown.</param>
    Task<AppendResult> AppendAsync(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken);

    /// <summary>Begins a run of appends that arrive in the order of the calls.</summary>
    /// <param name="fills">Whether it fills a log that was marked by <see cref="ILogControl.BeginFillingAsync"/>; nobody else appends to such a one.</param>
    IAppendRun BeginRun(bool fills);

    /// <summary>All events of a stream, in order; none where it has not begun.</summary>
    Task<IReadOnlyList<LoggedEvent>> ReadStreamAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Those of <paramref name="streams"/> that have not begun.</summary>
    Task<IReadOnlySet<string>> FindMissingAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="most"/> events after a position, in log order; perhaps fewer than there are, but none only where there was none. What is
    /// answered is complete: no event can appear later before the last one answered. Up to one that cannot be read, too: what stands before it is
    /// answered first.
    /// </summary>
    /// <exception cref="Domain.Events.UnreadableEventException">The very next event cannot be read; the message names it.</exception>
    Task<LogStretch> ReadAfterAsync(LogPosition after, int most, CancellationToken cancellationToken);

    /// <summary>The event at a position, or null where there is none.</summary>
    Task<LoggedEvent?> FindAtAsync(LogPosition position, CancellationToken cancellationToken);

    /// <summary>
    /// The first event after a position and up to another beside which the log's own store has something else than it writes there: what no reader of events sees.
    /// </summary>
    Task<LogOddity?> FindOddityAsync(LogPosition after, LogPosition upTo, CancellationToken cancellationToken);

    /// <summary>Position of the last event, <see cref="LogPosition.Start"/> where there is none.</summary>
    Task<LogPosition> FindEndAsync(CancellationToken cancellationToken);

    /// <summary>How many events there are after a position.</summary>
    Task<long> CountAfterAsync(LogPosition after, CancellationToken cancellationToken);

    /// <summary>Returns when there may be an event after a position, or after <paramref name="atMost"/>.</summary>
    Task WaitAfterAsync(LogPosition after, TimeSpan atMost, CancellationToken cancellationToken);
}
