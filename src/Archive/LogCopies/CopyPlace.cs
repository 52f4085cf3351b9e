using Archive.Domain;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;

namespace Archive.LogCopies;

/// <summary>The two places of a copy: whether they may be, and the new log made ready.</summary>
/// <param name="source">The log that is copied.</param>
/// <param name="target">The log that goes on.</param>
/// <param name="schema">Of the read models, which are those of both.</param>
/// <param name="head">The ledger's head.</param>
/// <param name="connectionString">Of the database with the read models.</param>
/// <param name="mark">What the new log says of itself while it is filled from a log of an id: a copy goes on where it finds its own mark.</param>
internal sealed class CopyPlace(IEventLog source, IEventLog target, ReadModelSchema schema, MovedHead head, string connectionString, Func<Guid, string> mark)
{
    /// <summary>"ARCHCPY1". The read models' database is the same for both ends, and for whoever else might copy.</summary>
    private const long Lock = 0x4152434843505931;

    /// <summary>Keeps every other copy out.</summary>
    /// <exception cref="LogRefusedException"><c>log-copy-running</c>.</exception>
    public async Task<SessionLock> LockAsync(CancellationToken cancellationToken) => await SessionLock.TryTakeAsync(connectionString, Lock, cancellationToken)
        ?? throw Refused("log-copy-running", "Another process is moving this archive to another log. Wait for its end.");

    /// <summary>The log that is copied: whole, and the one that the ledger is made from, unless that was moved already.</summary>
    public async Task<LogState> FindSourceAsync(CancellationToken cancellationToken)
    {
        var from = await source.Control.FindAsync(cancellationToken)
            ?? throw Refused("log-missing", $"There is no event log in {source.Control.Place}, so that there is nothing to copy. Name with --from the one that the archive is in.");
        if (from.WhyUnfinished() is { } unfinished)
            throw new LogRefusedException(unfinished);
        // An archive that was never opened with this database has no ledger there yet.
        await schema.EnsureAsync(cancellationToken);
        return from;
    }

    /// <summary>Makes the new log and marks it, or finds it marked by this very copy, or done.</summary>
    /// <returns>Its identity, where a closed log is kept that was in its place, and whether it has been whole since an earlier run, and may have gone on.</returns>
    public async Task<(LogIdentity Identity, string? SetAside, bool IsDone)> PrepareAsync(LogState from, CancellationToken cancellationToken)
    {
        var to = await target.Control.FindAsync(cancellationToken);
        if (to?.Identity.Id == from.Identity.Id)
            throw Refused("log-copy-same", $"Both ends are the same log, in {source.Control.Place}. Name two.");
        await RequireLedgersAsync(from.Identity, to, await head.ReadAsync(cancellationToken), cancellationToken);
        var isDone = to is { FilledFrom: null, Closed: null } && from.Closed?.Successor == to.Identity.Id;
        if (to is not null && (isDone || to.FilledFrom == mark(from.Identity.Id)))
            return (to.Identity, null, isDone);
        var setAside = to is null ? null : await MakeRoomAsync(from, to, cancellationToken);
        // A log that was closed names the one that goes on: where that was lost before it was whole, another takes its place under its id.
        var identity = from.Identity with { Id = from.Closed?.Successor ?? LogIdentity.NewId() };
        await target.Control.BeginFillingAsync(identity, mark(from.Identity.Id), cancellationToken);
        return (identity, setAside, IsDone: false);
    }

    /// <returns>Where a closed log is kept that was there; null where the log is empty.</returns>
    private async Task<string?> MakeRoomAsync(LogState from, LogState to, CancellationToken cancellationToken)
    {
        // Something else was begun there and left, before anything hung on it.
        if (to.FilledFrom is not null && from.Closed is null && await target.Control.TryDiscardAsync(cancellationToken))
            return null;
        if (to.WhyUnfinished() is { } unfinished)
            throw new LogRefusedException(unfinished);
        if (to.Closed is not null)
        {
            return await target.Control.SetAsideAsync(to.Identity.Id, cancellationToken) ?? throw Refused(
                "log-not-empty", $"A log that was closed is in {target.Control.Place}, and stays there. Name an empty place by another ARCHIVE_EVENTSTORE_PREFIX, such as archive-2. Nothing was changed.");
        }

        return await target.FindEndAsync(cancellationToken) == LogPosition.Start ? null : throw Refused(
            "log-not-empty", $"The event log in {target.Control.Place} has entries. An archive is copied into an empty place: name another ARCHIVE_EVENTSTORE_PREFIX, or another database. Nothing was changed.");
    }

    private async Task RequireLedgersAsync(LogIdentity from, LogState? to, LedgerHead ledger, CancellationToken cancellationToken)
    {
        if (to is not null && ledger.LogId == to.Identity.Id)
            return;
        if (ledger.LogId != from.Id)
            throw Refused("log-diverged", $"The ledger is made from the log {ledger.LogId}, and the one in {source.Control.Place} is {from.Id}. Name with --from the one that the ledger is made from. Nothing was changed.");
        try
        {
            await LogContinuity.RequireAsync(source, ledger, cancellationToken);
        }
        catch (ProjectionStoppedException diverged)
        {
            throw Refused(diverged.Code, diverged.Message);
        }
    }

    private static LogRefusedException Refused(string code, string message) => new(new Refusal(code, message));
}
