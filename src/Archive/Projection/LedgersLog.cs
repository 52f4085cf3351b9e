using Archive.Domain;
using Archive.EventLog;

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
        var head = await progress.ReadHeadAsync(cancellationToken);
        if (identity.Id != head.LogId)
        {
            return (await log.Control.FindAsync(cancellationToken))?.WhyShut() ?? new Refusal(
                "log-diverged",
                $"The event log in {log.Control.Place} has the id {identity.Id}, the ledger was made from the log {head.LogId}. Nothing was recorded. Point ARCHIVE_EVENTSTORE to the right one (unset, it is the log in PostgreSQL), or move the archive with 'archive log copy'.");
        }

        Volatile.Write(ref _isTheSame, true);
        return null;
    }
}
