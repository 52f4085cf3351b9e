using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.EventLog;
using Archive.Projection;

namespace Archive.Commands;

/// <summary>
/// The one way by which what was decided gets into the log, whether a command came by itself or with thousands: its events with their ids and
/// metadata, then the append.
/// </summary>
internal sealed class CommandAppends(IEventLog log, LedgersLog ledgers, NodeClock node, TimeProvider clock, ISaltSource salts)
{
    /// <summary>The events of a command as they are to be stored, or why they cannot be.</summary>
    /// <exception cref="ClockOffException">This node's clock is not to be believed.</exception>
    public async ValueTask<(NewEvent[] Events, Refusal? Wrong)> PrepareAsync(
        ValueList<IArchiveEvent> events, string stream, CommandContext context, string fingerprint, CancellationToken cancellationToken)
    {
        await node.RequireAsync(cancellationToken);
        if (await ledgers.WhyOtherAsync(cancellationToken) is { } other)
            return ([], other);
        var appendedAt = RecordedTime.TruncateToMicroseconds(clock.GetUtcNow());
        var appending = events.Select((happened, index) => new NewEvent(
            EventId.Of(context.CommandId, stream, index),
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
                ReferencesOf(happened, context).Where(reference => reference != stream).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
                salts.Next(),
                salts.Next()))).ToArray();
        return (appending, AppendLimits.WhatIsWrong(appending));
    }

    /// <summary>What the event names, and who acted as its actor: so that is in the log, in the metadata's digest, and outlives the event's words.</summary>
    private static IEnumerable<string> ReferencesOf(IArchiveEvent happened, CommandContext context) =>
        context.Through is { } through ? happened.References.Append(StreamName.OfActor(through)) : happened.References;

    public Task<AppendResult> AppendAsync(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken) =>
        log.AppendAsync(stream, expectedRevision, events, cancellationToken);

    /// <summary>For many commands in an order that the log is to have too.</summary>
    public IAppendRun BeginRun() => log.BeginRun(fills: false);
}
