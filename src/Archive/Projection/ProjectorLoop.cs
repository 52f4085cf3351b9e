using Archive.EventLog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archive.Projection;

/// <summary>
/// Projects while it holds the lease and waits for it while another process does; goes on by itself after an outage. Where the projector
/// stops, it says so in the read models and tries again at intervals, so that the fix alone is enough.
/// </summary>
internal sealed partial class ProjectorLoop(
    IEventLog log,
    NpgsqlDataSource database,
    string connectionString,
    Generations generations,
    IServiceScopeFactory scopes,
    ProjectionProgress progress,
    ProjectorWatch watch,
    ILogger<ProjectorLoop> logger)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using (var lease = await ProjectorLease.AcquireAsync(connectionString, holder => watch.Report(new ProjectorReport.Waiting(holder)), cancellationToken))
                    await ProjectAsync(lease, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (ProjectionStoppedException stopped)
            {
                LogStopped(logger, stopped.Code, stopped.Message);
                progress.Stop(stopped);
                watch.Report(new ProjectorReport.Stopped(stopped.Code, stopped.Message));
                await WaitAsync(AfterStop, cancellationToken);
            }
            catch (Exception e) when (e is JasperFx.ConcurrencyException || DatabaseFailure.Find(e) is not null || DatabaseFailure.IsOutage(e))
            {
                LogOutage(logger, e);
                // A head that another projector moved on is no outage: this one lost the lease with its connection, and did not notice.
                watch.Report(e is JasperFx.ConcurrencyException ? new ProjectorReport.Waiting(null) : new ProjectorReport.Away(e));
                await WaitAsync(AfterOutage, cancellationToken);
            }
        }
    }

    private async Task ProjectAsync(ProjectorLease lease, CancellationToken cancellationToken)
    {
        await using var target = new LivingTarget(database, await generations.FindCurrentAsync(cancellationToken));
        var projector = new Projector(log, target, scopes);
        try
        {
            await projector.StartAsync(cancellationToken);
            progress.Reached(projector.Head.Position);
            while (!await lease.IsWantedAsync(cancellationToken))
            {
                var projected = await projector.ProjectNextAsync(cancellationToken);
                watch.Report(new ProjectorReport.Projecting(projector.Head.Entry, projector.Generation.Number));
                if (projected > 0)
                    progress.Reached(projector.Head.Position);
                else
                    await log.WaitAfterAsync(projector.Head.Position, Idle, cancellationToken);
            }
        }
        catch (ProjectionStoppedException stopped)
        {
            await using var session = projector.Generation.Store.LightweightSession();
            session.Store(new ProjectionFault { Code = stopped.Code, Message = stopped.Message });
            await session.SaveChangesAsync(cancellationToken);
            throw;
        }
    }

    private static async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        await Task.Delay(time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The projector stopped ({Code}): {Reason}")]
    private static partial void LogStopped(ILogger logger, string code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The projector lost its database and tries again")]
    private static partial void LogOutage(ILogger logger, Exception exception);
}
