using Archive.Domain;
using Archive.EventLog;
using Archive.Snapshots;
using MediatR;
using Npgsql;

namespace Archive.Projection;

/// <summary>How far the archive has come: the log, what is projected of it, and who projects.</summary>
public sealed record GetStatus : IRequest<Outcome<ArchiveStatus>>;

/// <param name="Log">The log name.</param>
/// <param name="LogId">Id of the log.</param>
/// <param name="Entry">The last entry of the ledger; 0 before the first.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Lag">How many events of the log are not yet projected.</param>
/// <param name="Generation">Number of the set of read models that answers.</param>
/// <param name="ProjectionVersion">Version of the projections that filled it.</param>
/// <param name="Projecting">Whether some process holds the projector's lease.</param>
/// <param name="Stopped">Why the projector stopped, where it did: the entry and event, and what to do.</param>
public sealed record ArchiveStatus(
    string Log,
    Guid LogId,
    long Entry,
    DateTimeOffset? RecordedAt,
    long Lag,
    int Generation,
    int ProjectionVersion,
    bool Projecting,
    string? Stopped)
{
    /// <summary>The logs that this one goes on from because entries were lost, the oldest first; absent where there are none.</summary>
    public ValueList<LogPredecessor>? Predecessors { get; init; }
}

internal sealed class GetStatusHandler(IEventLog log, NpgsqlDataSource database, Generations generations)
    : IRequestHandler<GetStatus, Outcome<ArchiveStatus>>
{
    public async Task<Outcome<ArchiveStatus>> Handle(GetStatus query, CancellationToken cancellationToken)
    {
        var identity = await log.IdentifyAsync(cancellationToken);
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        var head = session.Head;
        var fault = (await session.DocumentsAsync<ProjectionFault>($"select data from {session.Generation.Faults}", cancellationToken)).SingleOrDefault();
        return new Outcome<ArchiveStatus>.Ok(new ArchiveStatus(
            identity.Name,
            identity.Id,
            head.Entry,
            head.RecordedAt,
            await log.CountAfterAsync(head.Position, cancellationToken),
            session.Generation.Number,
            head.ProjectionVersion,
            (await session.ValuesAsync<bool>(ProjectorLease.IsHeldSql, cancellationToken, ProjectorLease.LeaseLock))[0],
            fault?.Message)
        {
            Predecessors = identity.Predecessors.Count == 0 ? null : identity.Predecessors,
        });
    }
}
