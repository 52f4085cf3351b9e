using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.EventLog;

namespace Archive.Commands;

/// <summary>
/// Takes a command through its one primary stream: has it been done already, what does the decider say, append what it decides.
/// </summary>
internal sealed class StreamCommands(IEventLog log, NodeClock node, TimeProvider clock, ISaltSource salts)
{
    /// <summary>How often a command that expects no revision is decided anew when somebody else was faster.</summary>
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
        for (var attempt = 1; ; attempt++)
        {
            var past = await log.ReadStreamAsync(stream, cancellationToken);
            if (CommandRepeat.Find(past, stream, context.CommandId, fingerprint) is { } repeat)
                return repeat;
            var revision = past.Count - 1L;
            if (context.ExpectedRevision is { } expected && expected != revision)
                return new Outcome<Receipt>.Conflict(stream, expected, revision);

            var decision = await decide(StreamStates.Fold(past, evolve));
            if (decision is Decision.Refused refused)
                return new Outcome<Receipt>.Refused(refused.Refusal);
            var events = ((Decision.Accepted)decision).Events;
            if (events.Count == 0)
                return new Outcome<Receipt>.Ok(new Receipt(context.CommandId, stream, revision, 0, null));

            await node.RequireAsync(cancellationToken);
            var appending = Prepare(events, stream, revision, context, fingerprint);
            if (AppendLimits.WhatIsWrong(appending) is { } wrong)
                return new Outcome<Receipt>.Refused(wrong);
            await AppendTurn.WaitAsync();
            var appended = log.AppendAsync(stream, revision, appending, cancellationToken);
            AppendTurn.Pass();
            switch (await appended)
            {
                case AppendResult.Appended done:
                    return new Outcome<Receipt>.Ok(new Receipt(context.CommandId, stream, done.Revision, events.Count, done.Position));
                case AppendResult.Stale stale when context.ExpectedRevision is not null || attempt == Attempts:
                    return new Outcome<Receipt>.Conflict(stream, revision, stale.Actual);
            }
        }
    }

    private NewEvent[] Prepare(ValueList<IArchiveEvent> events, string stream, long revision, CommandContext context, string fingerprint)
    {
        var appendedAt = RecordedTime.TruncateToMicroseconds(clock.GetUtcNow());
        return events.Select((happened, index) => new NewEvent(
            EventId.Of(context.CommandId, index),
            EventCatalogue.NameOf(happened),
            happened,
            new EventMetadata(
                appendedAt,
                context.Actor,
                context.CommandId,
                index,
                events.Count,
                fingerprint,
                context.Correlation,
                context.Causation,
                happened.References.Where(reference => reference != stream).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
                salts.Next(),
                salts.Next()))).ToArray();
    }
}
