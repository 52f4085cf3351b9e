using Archive.Domain;
using Archive.EventLog;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>
/// Whether the log that this process appends to is the one that the ledger is made from: a node whose settings name another would put what it
/// acknowledges where nobody looks for it. Asked until it is; a log that is exchanged later stops the projector.
/// </summary>
internal sealed class LedgersLog(IEventLog log, ProjectionProgress progress)
{
    private bool _isTheSame;

    public async ValueTask<Refusal?> WhyOtherAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isTheSame))
            return null;
        var identity = await log.IdentifyAsync(cancellationToken);
        if (await WhyOtherAsync(log, identity, await progress.ReadHeadAsync(cancellationToken), cancellationToken) is { } other)
            return other;
        Volatile.Write(ref _isTheSame, true);
        return null;
    }

    /// <summary>Why a log is not the one that a head was made from: the archive moved, or moves, or the settings name another; or null.</summary>
    public static async Task<Refusal?> WhyOtherAsync(IEventLog log, LogIdentity identity, LedgerHead head, CancellationToken cancellationToken)
    {
        if (identity.Id == head.LogId)
            return null;
        var now = await log.Control.FindAsync(cancellationToken);
        // A log that was rewritten took its place in between.
        if (now?.Identity.Id == head.LogId && now.WhyShut() is null)
            return null;
        return now?.WhyShut() ?? new Refusal(
            "log-diverged",
            $"The event log in {log.Control.Place} has the id {identity.Id}, the ledger was made from the log {head.LogId}. Nothing is recorded there. Point ARCHIVE_EVENTSTORE to the right one (unset, it is the log in PostgreSQL), or move the archive with 'archive log copy'.");
    }
}
