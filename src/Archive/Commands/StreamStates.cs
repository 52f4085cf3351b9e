using Archive.Domain;
using Archive.EventLog;
using Archive.Evidence;

namespace Archive.Commands;

/// <summary>Folds a stream other than a command's own; what it answers is advisory.</summary>
internal sealed class StreamStates(IEventLog log, WordKeeping words)
{
    /// <returns>The state, or null where the stream has not begun.</returns>
    public async Task<TState?> FindAsync<TState, TEvent>(
        string stream, Func<TState?, TEvent, TState> evolve, CancellationToken cancellationToken)
        where TState : class
        where TEvent : class, IArchiveEvent =>
        await FoldAsync(await log.ReadStreamAsync(stream, cancellationToken), evolve, cancellationToken);

    /// <summary>The state that a stream's events leave, of whatever version they are, with the words that they keep by reference.</summary>
    public async Task<TState?> FoldAsync<TState, TEvent>(IReadOnlyList<LoggedEvent> past, Func<TState?, TEvent, TState> evolve, CancellationToken cancellationToken)
        where TState : class
        where TEvent : class, IArchiveEvent =>
        (await words.ReadAsync(past, cancellationToken)).Aggregate(default(TState), (before, happened) => evolve(before, (TEvent)happened));
}
