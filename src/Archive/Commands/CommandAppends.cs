using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.EventLog;
using Archive.Evidence;
using Archive.Projection;

namespace Archive.Commands;

/// <summary>
/// The one way by which what was decided gets into the log, whether a command came by itself or with thousands: its events with their ids and
/// metadata, what they keep by reference stored before them, then the append.
/// </summary>
internal sealed class CommandAppends(IEventLog log, LedgersLog ledgers, NodeClock node, TimeProvider clock, ISaltSource salts, WordKeeping words)
{
    /// <summary>The events of a command as they are to be stored, or why they cannot be. Whatever is prepared is to be <see cref="EndAsync">ended</see>.</summary>
    /// <exception cref="ClockOffException">This node's clock is not to be believed.</exception>
    public async ValueTask<PreparedAppend> PrepareAsync(
        ValueList<IArchiveEvent> events, string stream, CommandContext context, string fingerprint, CancellationToken cancellationToken)
    {
        await node.RequireAsync(cancellationToken);
        if (await ledgers.WhyOtherAsync(cancellationToken) is { } other)
            return PreparedAppend.Refused(other);
        var kept = await words.KeepAsync(events, stream, context.CommandId, fingerprint, cancellationToken);
        if (kept.Wrong is not null)
            return PreparedAppend.Refused(kept.Wrong);
        var appendedAt = RecordedTime.TruncateToMicroseconds(clock.GetUtcNow());
        var appending = kept.Events.Select((happened, index) => new NewEvent(
            EventId.Of(context.CommandId, stream, index),
            EventCatalogue.NameOf(happened),
            happened,
            new EventMetadata(
                appendedAt,
                context.Actor,
                context.CommandId,
                index,
                kept.Events.Count,
                kept.Fingerprint,
                context.Correlation,
                context.Causation,
                ReferencesOf(happened, context).Where(reference => reference != stream).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
                salts.Next(),
                salts.Next()))).ToArray();
        if (AppendLimits.WhatIsWrong(appending) is not { } wrong)
            return new PreparedAppend(appending, kept.Digests, null);
        await words.EndAsync(kept.Digests, isAppended: false, cancellationToken);
        return PreparedAppend.Refused(wrong);
    }

    /// <summary>What the event names, and who acted as its actor: so that is in the log, in the metadata's digest, and outlives the event's words.</summary>
    private static IEnumerable<string> ReferencesOf(IArchiveEvent happened, CommandContext context) =>
        context.Through is { } through ? happened.References.Append(StreamName.OfActor(through)) : happened.References;

    public Task<AppendResult> AppendAsync(string stream, long expectedRevision, PreparedAppend prepared, CancellationToken cancellationToken) =>
        EndAsync(prepared, log.AppendAsync(stream, expectedRevision, prepared.Events, cancellationToken), cancellationToken);

    /// <summary>Says of what was kept for an append whether it is in the log now.</summary>
    public async Task<AppendResult> EndAsync(PreparedAppend prepared, Task<AppendResult> append, CancellationToken cancellationToken)
    {
        var result = await append;
        await words.EndAsync(prepared.Kept, result is AppendResult.Appended, cancellationToken);
        return result;
    }

    /// <summary>For many commands in an order that the log is to have too.</summary>
    public IAppendRun BeginRun() => log.BeginRun(fills: false);
}
