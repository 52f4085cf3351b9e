using Archive.Domain;
using Archive.EventLog;

namespace Archive.Commands;

/// <summary>Folds a stream other than a command's own; what it answers is advisory.</summary>
internal sealed class StreamStates(IEventLog log)
{
    /// <returns>The state, or null where the stream has not begun.</returns>
    public async Task<TState?> FindAsync<TState, TEvent>(
        string stream, Func<TState?, TEvent, TState> evolve, CancellationToken cancellationToken)
        where TState : class
        where TEvent : class, IArchiveEvent =>
        Fold(await log.ReadStreamAsync(stream, cancellationToken), evolve);

    /// <summary>The state that a stream's events leave, of whatever version they are.</summary>
    public static TState? Fold<TState, TEvent>(IEnumerable<LoggedEvent> past, Func<TState?, TEvent, TState> evolve)
        where TState : class
        where TEvent : class, IArchiveEvent =>
        past.Aggregate(default(TState), (before, logged) => evolve(before, (TEvent)logged.Happened()));
}
