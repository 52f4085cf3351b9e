using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.EventLog;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>Whether the log is still the one that a ledger was made from.</summary>
internal static class LogContinuity
{
    /// <summary>
    /// Makes sure that the log has the head's id, and at the head's position its event, unchanged. Asked after events were read and before they
    /// take effect, so that nothing of a log that was put in this one's place ever does.
    /// </summary>
    /// <exception cref="ProjectionStoppedException"><c>log-diverged</c>; <c>log-closed</c> or <c>log-copy-unfinished</c> where the archive moved from it, or moves to it.</exception>
    public static async Task RequireAsync(IEventLog log, LedgerHead head, CancellationToken cancellationToken)
    {
        if (await FindIdAsync(log, cancellationToken) is var id && id != head.LogId)
        {
            throw id is not null && (await log.Control.FindAsync(cancellationToken))?.WhyShut() is { } shut
                ? new ProjectionStoppedException(shut.Code, shut.Message, null)
                : Diverged($"its id is {id?.ToString() ?? "nowhere to be found"}, the ledger's log has {head.LogId}");
        }

        if (head.Entry == 0)
            return;
        if (await FindAsync(log, head, cancellationToken) is not { } logged || logged.Id != head.EventId)
            throw Diverged($"entry {head.Entry} (event {head.EventId}) is not at its place");
        if (LedgerNumbering.LeafOf(head.Entry, head.RecordedAt!.Value, logged).ToHash() != Sha256Digest.Parse(head.LeafHash!))
            throw Diverged($"entry {head.Entry} (event {head.EventId}) was changed");
    }

    /// <summary>Where a log was and is no more, there is another state of affairs than an outage.</summary>
    private static async Task<Guid?> FindIdAsync(IEventLog log, CancellationToken cancellationToken)
    {
        try
        {
            return (await log.IdentifyAsync(cancellationToken)).Id;
        }
        catch (LogRefusedException)
        {
            return null;
        }
    }

    /// <summary>What was projected could be read then: unreadable now, it is another.</summary>
    private static async Task<LoggedEvent?> FindAsync(IEventLog log, LedgerHead head, CancellationToken cancellationToken)
    {
        try
        {
            return await log.FindAtAsync(head.Position, cancellationToken);
        }
        catch (UnreadableEventException)
        {
            return null;
        }
    }

    private static ProjectionStoppedException Diverged(string what) => new(
        "log-diverged",
        $"The log is not the one that the ledger was made from: {what}. Nothing more is projected. Put the right log back, or restore both from one backup.",
        null);
}
