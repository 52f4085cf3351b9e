using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.EventLog;
using Archive.LogErasures;

namespace Archive.LogCopies;

/// <summary>
/// One run of a copy. It copies while writers go on, closes the old log, copies what came meanwhile, holds both against each other, moves the ledger's head,
/// and opens the new log. In this order: what is done is found done when it is run again, and at no moment do two logs take events.
/// </summary>
internal sealed class LogCopy(
    IEventLog source, IEventLog target, CopyPlace place, MovedHead head, TimeProvider clock, IProgress<LogCopyProgress>? progress, EntryErasures? erased = null, Func<CancellationToken, Task>? beforeClosing = null)
{
    /// <summary>What is copied while the log is closed should be little.</summary>
    private const long FewEvents = 500;

    /// <summary>So often it is told how far it is.</summary>
    private const long Stretch = 1_000;

    private readonly NumberedLog _read = new(source);
    private readonly NumberedLog _checked = new(target);
    private readonly LogFilling _filling = new(target, (entry, id) => Differs(target, entry, id));
    private long _total;

    /// <exception cref="LogRefusedException">One of the logs cannot be one of this copy, or something else was written to the new one.</exception>
    public async Task<CopiedLog> RunAsync(CancellationToken cancellationToken)
    {
        await using var held = await place.LockAsync(cancellationToken);
        var from = await place.FindSourceAsync(cancellationToken);
        _total = 2 * (await head.ReadAsync(cancellationToken)).Entry;
        Tell(LogCopyStep.Preparing);
        var (identity, setAside, isDone) = await place.PrepareAsync(from, cancellationToken);
        if (isDone)
            await ReadAsync(cancellationToken);
        else
            await FillAsync(identity, cancellationToken);
        Tell(LogCopyStep.MovingHead);
        await head.MoveAsync(from.Identity.Id, identity, cancellationToken);
        Tell(LogCopyStep.Opening);
        if (!isDone)
            await target.Control.EndFillingAsync(cancellationToken);
        return new CopiedLog(
            identity.Name,
            new LogEnd(source.Control.Place, from.Identity.Id),
            new LogEnd(target.Control.Place, identity.Id),
            _read.Events,
            _read.Last?.RecordedAt,
            _read.RootHash,
            setAside);
    }

    private async Task FillAsync(LogIdentity identity, CancellationToken cancellationToken)
    {
        Tell(LogCopyStep.Copying);
        var (copied, before) = (long.MaxValue, long.MaxValue);
        // Writers that are about as fast as the copy are never caught up with while they write.
        while (copied > FewEvents && (before == long.MaxValue || copied <= before / 2))
        {
            before = copied;
            var there = _read.Events;
            await CopyOnAsync(LogCopyStep.Copying, cancellationToken);
            copied = _read.Events - there;
        }

        Tell(LogCopyStep.Closing);
        if (beforeClosing is not null)
            await beforeClosing(cancellationToken);
        await CloseAsync(identity, cancellationToken);
        Tell(LogCopyStep.CopyingRest);
        await CopyOnAsync(LogCopyStep.CopyingRest, cancellationToken);
    }

    /// <summary>Copies up to the end as it is now, then reads what stands in the new log: its root must be the old one's.</summary>
    private async Task CopyOnAsync(LogCopyStep step, CancellationToken cancellationToken)
    {
        var end = await source.FindEndAsync(cancellationToken);
        var copied = _read.ReadUpToAsync(end, cancellationToken);
        await _filling.FillAsync(erased is null ? copied : copied.Select(erased.Erase), entry => Tell(step, entry + _checked.Events), cancellationToken);
        await foreach (var there in _checked.ReadUpToAsync(await target.FindEndAsync(cancellationToken), cancellationToken))
        {
            if (there.Entry % Stretch == 0)
                Tell(step);
        }

        if (_checked.Events != _read.Events || _checked.RootHash != _read.RootHash)
            throw Differs(target, Math.Min(_checked.Events, _read.Events), _checked.Last?.EventId ?? Guid.Empty);
    }

    /// <summary>For the answer alone: the new log may have gone on since.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await foreach (var there in _read.ReadUpToAsync(await source.FindEndAsync(cancellationToken), cancellationToken))
        {
            if (there.Entry % Stretch == 0)
                Tell(LogCopyStep.Copying);
        }
    }

    private async Task CloseAsync(LogIdentity successor, CancellationToken cancellationToken)
    {
        await source.Control.CloseAsync(new LogClosure(successor.Id, target.Control.Place, RecordedTime.TruncateToMicroseconds(clock.GetUtcNow())), cancellationToken);
        if ((await source.Control.FindAsync(cancellationToken))?.Closed is not { } closed || closed.Successor != successor.Id)
            throw new LogRefusedException(new Refusal("log-diverged", $"The log in {source.Control.Place} was closed by somebody else, and goes on in another log than the one that it was copied into. Look with 'archive log compare' and 'archive status' which of them the ledger is made from."));
    }

    private void Tell(LogCopyStep step) => Tell(step, _read.Events + _checked.Events);

    private void Tell(LogCopyStep step, long done) => progress?.Report(new LogCopyProgress(step, done, Math.Max(_total, done)));

    private static LogRefusedException Differs(IEventLog target, long entry, Guid id) => new(new Refusal(
        "log-copy-differs",
        $"Entry {entry} in the log that is being filled, in {target.Control.Place}, is not that of the log that it is filled from (event {id}): something else wrote there. It stays marked as not whole, and the ledger stays with the old log. Name an empty place, such as another ARCHIVE_EVENTSTORE_PREFIX."));
}
