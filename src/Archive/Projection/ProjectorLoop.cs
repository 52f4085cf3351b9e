using Archive.EventLog;
using Archive.Evidence;
using Archive.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archive.Projection;

/// <summary>
/// Projects while it holds the lease and waits for it while another process does; goes on by itself after an outage. Where the projector
/// stops, it says so in the read models and tries again at intervals, so that the fix alone is enough. A process of another projection version
/// stands aside: it does not even ask for the lease, until a rebuild has made the read models of its version.
/// </summary>
internal sealed partial class ProjectorLoop(
    IEventLog log,
    NpgsqlDataSource database,
    string connectionString,
    Generations generations,
    IServiceScopeFactory scopes,
    ProjectionProgress progress,
    ProjectorWatch watch,
    ProjectionVersion version,
    ErasingLoop erasing,
    SigningLoop signing,
    ILogger<ProjectorLoop> logger)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(1);

    /// <summary>How long a change may wait for others, where the one before came this close.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Close = TimeSpan.FromMilliseconds(25);

    /// <summary>A batch of so many events is worth its cost.</summary>
    private const int Together = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                version.Require((await progress.ReadHeadAsync(cancellationToken)).ProjectionVersion);
                await using (var lease = await ProjectorLease.AcquireAsync(connectionString, holder => watch.Report(new ProjectorReport.Waiting(holder)), cancellationToken))
                    await ProjectAsync(lease, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (ProjectionStoppedException differs) when (differs.LeavesToOthers)
            {
                if (progress.StandAside(differs))
                    LogAside(logger, differs.Message);
                watch.Report(new ProjectorReport.Stopped(differs.Code, differs.Message));
                await WaitAsync(Idle, cancellationToken);
            }
            catch (ProjectionStoppedException stopped)
            {
                LogStopped(logger, stopped.Code, stopped.Message);
                progress.Stop(stopped);
                watch.Report(new ProjectorReport.Stopped(stopped.Code, stopped.Message));
                await WaitAsync(AfterStop, cancellationToken);
            }
            catch (Exception e)
            {
                LogOutage(logger, e);
                // A head that another projector moved on is no outage: this one lost the lease with its connection, and did not notice.
                watch.Report(e is JasperFx.ConcurrencyException ? new ProjectorReport.Waiting(null) : new ProjectorReport.Away(e));
                progress.Lost();
                await WaitAsync(AfterOutage, cancellationToken);
            }
        }
    }

    private async Task ProjectAsync(ProjectorLease lease, CancellationToken cancellationToken)
    {
        await using var target = new LivingTarget(database, await generations.FindCurrentAsync(cancellationToken));
        var projector = new Projector(log, target, scopes, version);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (erased, signed) = (Task.CompletedTask, Task.CompletedTask);
        try
        {
            await projector.StartAsync(cancellationToken);
            progress.Reached(projector.Head.Position);
            erased = erasing.RunAsync(ending.Token);
            signed = signing.RunAsync(ending.Token);
            var faultIsGone = false;
            var last = 0L;
            while (!await lease.IsWantedAsync(cancellationToken))
            {
                var projected = await projector.ProjectNextAsync(cancellationToken);
                watch.Report(new ProjectorReport.Projecting(projector.Head.Entry, projector.Generation.Number));
                if (projected > 0)
                {
                    progress.Reached(projector.Head.Position);
                    signing.Wake();
                    if (projector.TakeOrders())
                        erasing.Wake();
                    // Changes that follow each other closely are projected together: a batch costs six round trips however small it is.
                    if (projected < Together && Environment.TickCount64 - last < Close.TotalMilliseconds)
                        await WaitAsync(Pace, cancellationToken);
                    last = Environment.TickCount64;
                    continue;
                }

                // Mended where there was nothing more to project, as when the right log was put back: no flush took the fault away.
                if (!faultIsGone)
                    await ChangeFaultAsync(projector, null, cancellationToken);
                faultIsGone = true;
                await log.WaitAfterAsync(projector.ReadUpTo, Idle, cancellationToken);
            }
        }
        catch (ProjectionStoppedException stopped) when (!stopped.LeavesToOthers)
        {
            await ChangeFaultAsync(projector, stopped, cancellationToken);
            throw;
        }
        catch (Exception e) when (e is not (ProjectionStoppedException or JasperFx.ConcurrencyException or OperationCanceledException) && !DatabaseFailure.IsOutage(e))
        {
            // Neither passes by itself nor has a name: without one, whoever waits would hear nothing.
            var failed = Failed(e, projector.Head);
            await ChangeFaultAsync(projector, failed, cancellationToken);
            throw failed;
        }
        finally
        {
            await ending.CancelAsync();
            await erased;
            // Still under the lease: the last head of a process that ends is signed by it.
            await signed;
        }
    }

    /// <param name="exception">What happened.</param>
    /// <param name="head">Not there where the very start failed.</param>
    private static ProjectionStoppedException Failed(Exception exception, LedgerHead? head) => new(
        "projector-failed",
        $"The projector failed{(head is null ? "" : $" after entry {head.Entry}")} and tries again: {exception.GetType().Name}: {exception.Message} Nothing is skipped. Look at the database and this build; if both are as they should be, report it.",
        exception);

    private static async Task ChangeFaultAsync(Projector projector, ProjectionStoppedException? stopped, CancellationToken cancellationToken)
    {
        await using var session = projector.Generation.Store.LightweightSession();
        if (stopped is null)
            session.Delete<ProjectionFault>(ProjectionFault.TheId);
        else
            session.Store(new ProjectionFault { Code = stopped.Code, Message = stopped.Message });
        await session.SaveChangesAsync(cancellationToken);
    }

    private static async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        await Task.Delay(time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The projector stopped ({Code}): {Reason}")]
    private static partial void LogStopped(ILogger logger, string code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This process does not project: {Reason}")]
    private static partial void LogAside(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The projector lost its database or event log and tries again")]
    private static partial void LogOutage(ILogger logger, Exception exception);
}
