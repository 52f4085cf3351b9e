using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;

namespace Archive.Commands;

/// <summary>
/// Takes a command through its one primary stream: has it been done already, what does the decider say, append what it decides.
/// </summary>
internal sealed class StreamCommands(IEventLog log, StreamStates states, CommandRepeat repeats, CommandAppends appends)
{
    /// <summary>How often a command is decided anew when somebody else's change was faster. Others' proposals do not count: no edit goes stale by them.</summary>
    private const int Attempts = 20;

    public Task<Outcome<Receipt>> ExecuteAsync<TState, TEvent>(
        ICommand command, string stream, Func<TState?, TEvent, TState> evolve, Func<TState?, Decision> decide, CancellationToken cancellationToken)
        where TState : class
        where TEvent : class, IArchiveEvent =>
        ExecuteAsync(command, stream, evolve, state => Task.FromResult(decide(state)), cancellationToken);

    /// <param name="command">The command.</param>
    /// <param name="stream">Its primary stream.</param>
    /// <param name="evolve">The fold of that stream.</param>
    /// <param name="decide">The decider, with whatever it needs from other streams read first.</param>
    /// <param name="cancellationToken">Gives up waiting; what was handed to the log may still be appended.</param>
    public async Task<Outcome<Receipt>> ExecuteAsync<TState, TEvent>(
        ICommand command, string stream, Func<TState?, TEvent, TState> evolve, Func<TState?, Task<Decision>> decide, CancellationToken cancellationToken)
        where TState : class
        where TEvent : class, IArchiveEvent
    {
        var context = command.Context;
        var fingerprint = CommandFingerprint.Of(command);
        var (attempt, lostAt) = (1, default(long?));
        while (true)
        {
            var past = await log.ReadStreamAsync(stream, cancellationToken);
            if (await repeats.FindAsync(past, stream, context.CommandId, fingerprint, cancellationToken) is { } repeat)
                return await IsShutOutAsync(repeat, cancellationToken) is { } shut ? new Outcome<Receipt>.Refused(shut) : repeat;
            var revision = past.Count - 1L;
            if (context.ExpectedRevision is { } expected && !StandsAsAt(past, expected))
                return new Outcome<Receipt>.Conflict(stream, expected, revision);
            if (lostAt is { } lost && !(revision > lost && StandsAsAt(past, lost)) && ++attempt > Attempts)
                return new Outcome<Receipt>.Conflict(stream, lost, revision);

            var decision = await decide(await states.FoldAsync(past, evolve, cancellationToken));
            if (decision is Decision.Refused refused)
                return new Outcome<Receipt>.Refused(refused.Refusal);
            var events = ((Decision.Accepted)decision).Events;
            if (events.Count == 0)
                return new Outcome<Receipt>.Ok(new Receipt(context.CommandId, stream, revision, 0, null));

            var appending = await appends.PrepareAsync(events, stream, context, fingerprint, cancellationToken);
            if (appending.Wrong is { } wrong)
                return new Outcome<Receipt>.Refused(wrong);
            switch (await appends.AppendAsync(stream, revision, appending, cancellationToken))
            {
                case AppendResult.Appended done:
                    return new Outcome<Receipt>.Ok(new Receipt(context.CommandId, stream, done.Revision, events.Count, done.Position));
                case AppendResult.Shut shut:
                    return new Outcome<Receipt>.Refused(shut.Refusal);
                default:
                    lostAt = revision;
                    break;
            }
        }
    }

    /// <summary>Whether a stream has that revision, or nothing was added to it since but proposals.</summary>
    private static bool StandsAsAt(IReadOnlyList<LoggedEvent> past, long revision) =>
        revision < past.Count && past.Skip((int)revision + 1).All(later => EventCatalogue.IsOfProposal(later.Type));

    /// <summary>
    /// Whether what an earlier try appended came behind the log's end, and so is nothing. Only where a log was closed between the two, and the earlier
    /// try was not told.
    /// </summary>
    private async Task<Refusal?> IsShutOutAsync(Outcome<Receipt> repeat, CancellationToken cancellationToken) =>
        repeat is Outcome<Receipt>.Ok { Value.Position: { } position } && await log.FindAtAsync(position, cancellationToken) is null
            ? (await log.Control.FindAsync(cancellationToken))?.WhyShut()
            : null;
}
