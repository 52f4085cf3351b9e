using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Projection;

/// <summary>
/// Reads the log on after the head of a generation, gives each event its entry, lets the handlers fold it, and writes everything in one
/// transaction a batch. Every event takes effect exactly once, whatever crashes when; one that cannot be projected stops it.
/// </summary>
internal sealed class Projector(IEventLog log, IProjectionTarget target, IServiceScopeFactory scopes, ProjectionVersion version)
{
    /// <summary>How often at most it is noted that the log was read on and held nothing of the archive's.</summary>
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(10);

    private GrowingTree _tree = null!;
    private Task<LogStretch>? _ahead;
    private int _orders;
    private long _noted = Environment.TickCount64;

    /// <summary>The head as this projector last wrote or read it.</summary>
    public LedgerHead Head { get; private set; } = null!;

    /// <summary>Up to where the log was read: at or after the head's event.</summary>
    public LogPosition ReadUpTo { get; private set; }

    public GenerationStore Generation => target.Generation;

    /// <summary>Whether orders to erase were projected since it was last asked.</summary>
    public bool TakeOrders() => Interlocked.Exchange(ref _orders, 0) > 0;

    /// <summary>Reads the head and makes sure that it belongs to this log and to this build.</summary>
    /// <exception cref="ProjectionStoppedException"><c>log-diverged</c> or <c>projection-version</c>.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Head = await target.ReadHeadAsync(cancellationToken);
        ReadUpTo = Head.ReadUpTo;
        version.Require(Head.ProjectionVersion);
        await LogContinuity.RequireAsync(log, Head, cancellationToken);
        _tree = await ReadTreeAsync(cancellationToken);
    }

    /// <returns>How many entries were added; 0 where the log has nothing after the head.</returns>
    /// <exception cref="ProjectionStoppedException"><c>event-unprojectable</c>; what stands before that event is projected, unless a generation is being filled.</exception>
    public async Task<int> ProjectNextAsync(CancellationToken cancellationToken)
    {
        var events = await ReadNextAsync(cancellationToken);
        await LogContinuity.RequireAsync(log, Head, cancellationToken);
        if (events.Count == 0)
        {
            await NoteAsync(events.UpTo, cancellationToken);
            return 0;
        }

        var (batch, stopped) = await FoldAsync(events, cancellationToken);
        if (stopped is not null)
        {
            // The handlers may have folded a part of the event that failed: what stands before it is folded anew, without it.
            if (!target.TryForget())
                throw stopped;
            _ahead = null;
            var sound = events.Take(batch.Entries.Count).ToArray();
            (batch, _) = await FoldAsync(sound, cancellationToken);
        }

        if (batch.Entries.Count > 0)
        {
            var position = events[batch.Entries.Count - 1].Position;
            var readUpTo = stopped is null ? events.UpTo : position;
            foreach (var entry in batch.Entries)
                _tree.Append(Sha256Digest.Parse(entry.LeafHash));
            batch.Tiles = _tree.TakeChanges();
            var moved = Moved(batch.Entries[^1], position, readUpTo);
            await target.FlushAsync(batch, moved, cancellationToken);
            _orders += batch.Entries.Count(entry => entry.Type == Evidence.PendingErasures.OrderType);
            (Head, ReadUpTo) = (moved, readUpTo);
        }

        return stopped is null ? batch.Entries.Count : throw stopped;
    }

    /// <summary>The tree at the head, whose root must be the head's: on a tree that was altered nothing is built.</summary>
    private async Task<GrowingTree> ReadTreeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var tree = await target.ReadTreeAsync(Head, cancellationToken);
            return Head.Entry == 0 || tree.ToRoot().ToString() == Head.Root ? tree : throw new TreeAlteredException($"Its root at entry {Head.Entry} is not the head's.");
        }
        catch (TreeAlteredException altered)
        {
            throw new ProjectionStoppedException(altered.Refusal.Code, altered.Refusal.Message, altered);
        }
    }

    /// <summary>The events after the head. Behind a full batch the next one is read while this one is folded.</summary>
    /// <exception cref="ProjectionStoppedException">What stands next in the log is no event of the archive's.</exception>
    private async Task<LogStretch> ReadNextAsync(CancellationToken cancellationToken)
    {
        var reading = _ahead ?? log.ReadAfterAsync(ReadUpTo, target.LargestBatch, cancellationToken);
        _ahead = null;
        LogStretch events;
        try
        {
            events = await reading;
        }
        catch (UnreadableEventException e)
        {
            throw new ProjectionStoppedException(
                "event-unprojectable",
                $"Entry {Head.Entry + 1} cannot be projected: {e.Message} Nothing is skipped; the entries before it are projected. Run a build that can read it.",
                e);
        }

        if (events.Count == target.LargestBatch)
            _ahead = log.ReadAfterAsync(events.UpTo, target.LargestBatch, cancellationToken);
        return events;
    }

    /// <summary>Folds the events in order, up to the first that cannot be projected.</summary>
    private async Task<(ProjectionBatch Batch, ProjectionStoppedException? Stopped)> FoldAsync(
        IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var batch = await target.BeginAsync(events, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBatch>().Batch = batch;
        var publisher = scope.ServiceProvider.GetRequiredService<IPublisher>();
        var (entry, recordedAt) = (Head.Entry, Head.RecordedAt);
        foreach (var logged in events)
        {
            try
            {
                var numbered = LedgerNumbering.Number(entry, recordedAt, logged);
                await publisher.Publish(RecordedEvents.Of(logged.Happened(), numbered), cancellationToken);
                batch.Entries.Add(numbered);
                (entry, recordedAt) = (numbered.Id, numbered.RecordedAt);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return (batch, new ProjectionStoppedException(
                    "event-unprojectable",
                    $"Entry {entry + 1} cannot be projected: event {logged.Id} of type {logged.Type} in the stream {logged.Stream}, revision {logged.Revision}. {e.Message} Nothing is skipped; the entries before it are projected. Run a build that can read it.",
                    e));
            }
        }

        return (batch, null);
    }

    /// <summary>So that a start does not read over again what others wrote since the last event.</summary>
    private async Task NoteAsync(LogPosition readUpTo, CancellationToken cancellationToken)
    {
        ReadUpTo = readUpTo;
        if (readUpTo <= Head.ReadUpTo || Environment.TickCount64 - _noted < BetweenNotes.TotalMilliseconds)
            return;
        _noted = Environment.TickCount64;
        var moved = Head.ReadOn(readUpTo);
        await target.NoteAsync(moved, cancellationToken);
        Head = moved;
    }

    private LedgerHead Moved(LedgerEntry last, LogPosition position, LogPosition readUpTo) => new LedgerHead
    {
        LogId = Head.LogId,
        LogName = Head.LogName,
        Predecessors = Head.Predecessors,
        Commit = position.Commit,
        Prepare = position.Prepare,
        Entry = last.Id,
        RecordedAt = last.RecordedAt,
        EventId = last.EventId,
        LeafHash = last.LeafHash,
        Root = _tree.ToRoot().ToString(),
        ProjectionVersion = Head.ProjectionVersion,
        Revision = Head.Revision,
    }.ReadOn(readUpTo);
}
