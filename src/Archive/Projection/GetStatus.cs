using Archive.Domain;
using Archive.EventLog;
using Archive.Snapshots;
using MediatR;
using Npgsql;

namespace Archive.Projection;

/// <summary>How far the archive has come: the log, what is projected of it, who projects, and whether all is well.</summary>
public sealed record GetStatus : IRequest<Outcome<ArchiveStatus>>;

internal sealed class GetStatusHandler(
    IEventLog log, NpgsqlDataSource database, Generations generations, NodeClock node, ClockTolerance tolerance, ProjectionVersion version)
    : IRequestHandler<GetStatus, Outcome<ArchiveStatus>>
{
    public async Task<Outcome<ArchiveStatus>> Handle(GetStatus query, CancellationToken cancellationToken)
    {
        var identity = await log.IdentifyAsync(cancellationToken);
        var clocks = await node.ReadAsync(cancellationToken);
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        var head = session.Head;
        var fault = (await session.DocumentsAsync<ProjectionFault>($"select data from {session.Generation.Faults}", cancellationToken)).SingleOrDefault();
        var projecting = (await session.ValuesAsync<bool>(ProjectorLease.IsHeldSql, cancellationToken, ProjectorLease.LeaseLock))[0];
        var stopped = Readiness.WhyStopped(fault, head, version, projecting);
        StatusProblem[] problems = [.. new[] { stopped, Readiness.OfClock(clocks, tolerance), Readiness.OfHead(head, clocks, tolerance) }.OfType<StatusProblem>()];
        return new Outcome<ArchiveStatus>.Ok(new ArchiveStatus(
            identity.Name,
            identity.Id,
            head.Entry,
            head.RecordedAt,
            await log.CountAfterAsync(head.Position, cancellationToken),
            session.Generation.Number,
            head.ProjectionVersion,
            projecting,
            problems.Length == 0,
            problems,
            stopped?.Message)
        {
            Predecessors = identity.Predecessors.Count == 0 ? null : identity.Predecessors,
        });
    }
}
