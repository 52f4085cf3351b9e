using Archive.Access;
using Archive.Domain;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Snapshots;
using MediatR;
using Npgsql;

namespace Archive.Projection;

/// <summary>How far the archive has come: the log, what is projected of it, who projects, and whether all is well.</summary>
public sealed record GetStatus : Query<ArchiveStatus>;

internal sealed class GetStatusHandler(
    IEventLog log, NpgsqlDataSource database, Generations generations, NodeClock node, ClockTolerance tolerance, ProjectionVersion version, HeadSigning signing)
    : IRequestHandler<GetStatus, Outcome<ArchiveStatus>>
{
    public async Task<Outcome<ArchiveStatus>> Handle(GetStatus query, CancellationToken cancellationToken)
    {
        var clocks = await node.ReadAsync(cancellationToken);
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        var head = session.Head;
        var fault = (await session.DocumentsAsync<ProjectionFault>($"select data from {session.Generation.Faults}", cancellationToken)).SingleOrDefault();
        var projecting = (await session.ValuesAsync<bool>(ProjectorLease.IsHeldSql, cancellationToken, ProjectorLease.LeaseLock))[0];
        var stopped = Readiness.WhyStopped(fault, head, version, projecting);
        var (identity, lag, wrong) = await AskLogAsync(head, cancellationToken);
        // What the projector says of the log is more exact.
        var ofLog = wrong?.Code == stopped?.Code ? null : wrong;
        StatusProblem[] problems = [.. new[] { ofLog, stopped, Readiness.OfClock(clocks, tolerance), Readiness.OfHead(head, clocks, tolerance) }.OfType<StatusProblem>()];
        var (last, unsigned) = await signing.FindStateAsync(cancellationToken);
        return new Outcome<ArchiveStatus>.Ok(new ArchiveStatus(
            identity.Name,
            identity.Id,
            head.Entry,
            head.RecordedAt,
            lag,
            session.Generation.Number,
            head.ProjectionVersion,
            projecting,
            problems.Length == 0,
            problems,
            stopped?.Message)
        {
            Predecessors = identity.Predecessors.Count == 0 ? null : identity.Predecessors,
            Checkpoint = last is null ? null : new CheckpointStatus(last.Checkpoint.Size, last.SignedAt),
            Unsigned = unsigned is null ? null : new StatusProblem(unsigned.Code, unsigned.Message),
        });
    }

    /// <summary>Where the log is away, the ledger's head says which it is.</summary>
    private async Task<(LogIdentity Identity, long? Lag, StatusProblem? Wrong)> AskLogAsync(LedgerHead head, CancellationToken cancellationToken)
    {
        try
        {
            var identity = await log.IdentifyAsync(cancellationToken);
            // The head's position is none of another log's.
            if (await LedgersLog.WhyOtherAsync(log, identity, head, cancellationToken) is { } other)
                return (identity, null, new StatusProblem(other.Code, other.Message));
            return (identity, await log.CountAfterAsync(head.ReadUpTo, cancellationToken), null);
        }
        catch (LogAwayException e)
        {
            return (new LogIdentity(head.LogId, head.LogName, head.Predecessors ?? ValueList<LogPredecessor>.Empty), null, new StatusProblem("log-away", e.Message));
        }
    }
}
