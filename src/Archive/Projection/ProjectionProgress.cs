using System.Diagnostics;
using Archive.EventLog;
using Archive.Ledger;
using Npgsql;

namespace Archive.Projection;

/// <summary>How far the projection has come, in this process or in another.</summary>
internal sealed class ProjectionProgress(NpgsqlDataSource database, Generations generations)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// What may pass at any moment counts when it stays this long: a fault that another process left, since the fix may just be starting; that
    /// nobody projects where this process may not; that the database is away.
    /// </summary>
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = NewSignal();
    private LogPosition _reached = LogPosition.Start;
    private ProjectionStoppedException? _stopped;
    private ProjectionStoppedException? _aside;

    public void Reached(LogPosition position)
    {
        lock (_gate)
        {
            _reached = position;
            (_stopped, _aside) = (null, null);
        }

        Pulse();
    }

    /// <summary>The database was lost: a server that crashed may come back with a head of a moment before, as no flush waits for its disk.</summary>
    public void Lost()
    {
        lock (_gate)
            _reached = LogPosition.Start;
    }

    public void Stop(ProjectionStoppedException stopped)
    {
        lock (_gate)
            (_stopped, _aside) = (stopped, null);
        Pulse();
    }

    /// <summary>This process leaves projecting to others.</summary>
    /// <returns>Whether that is news.</returns>
    public bool StandAside(ProjectionStoppedException why)
    {
        lock (_gate)
        {
            var isNews = _aside is null;
            (_stopped, _aside) = (null, why);
            return isNews;
        }
    }

    /// <summary>Waits until a position is projected, whoever projects. An outage that passes soon is waited out.</summary>
    /// <exception cref="ProjectionStoppedException">The projector has stopped before it.</exception>
    /// <exception cref="TimeoutException">It takes longer than <paramref name="atMost"/>, or the database stays away.</exception>
    public async Task WaitForAsync(LogPosition position, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(atMost);
        var (began, unled, away) = (Stopwatch.GetTimestamp(), default(long?), default(long?));
        try
        {
            while (true)
            {
                var moved = Volatile.Read(ref _moved).Task;
                if (HasReached(position))
                    return;
                try
                {
                    if ((await ReadHeadAsync(enough.Token)).Position >= position)
                        return;
                    if (Lasts(began) && await ReadFaultAsync(enough.Token) is { } fault && fault.Code != ProjectionVersion.Differs)
                        throw new ProjectionStoppedException(fault.Code, fault.Message, null);
                    unled = Volatile.Read(ref _aside) is null || await IsLedAsync(enough.Token) ? null : unled ?? Stopwatch.GetTimestamp();
                    if (unled is { } since && Lasts(since) && Volatile.Read(ref _aside) is { } aside)
                        throw new ProjectionStoppedException(aside.Code, aside.Message, aside);
                    away = null;
                }
                catch (Exception outage) when (DatabaseFailure.IsOutage(outage))
                {
                    away ??= Stopwatch.GetTimestamp();
                    if (Lasts(away.Value))
                        throw new TimeoutException("The change is safe in the log, but the database went away before it was projected. It is projected when the database is back.", outage);
                }

                await Task.WhenAny(moved, Task.Delay(Poll, enough.Token));
                enough.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The change is safe in the log, but was not projected within {atMost.TotalSeconds:0} seconds. 'archive status' says how far the projection is.",
                e);
        }
    }

    /// <summary>The head of the generation that answers; asked once more where the connection turned out to be dead, as after a restart that nobody noticed.</summary>
    public async Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadHeadOnceAsync(cancellationToken);
        }
        catch (Exception e) when (DatabaseFailure.IsDeadConnection(e))
        {
            return await ReadHeadOnceAsync(cancellationToken);
        }
    }

    private async Task<LedgerHead> ReadHeadOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var generation = await generations.FindCurrentAsync(connection, cancellationToken);
        return await LedgerHeads.ReadAsync(connection, generation, cancellationToken);
    }

    /// <exception cref="ProjectionStoppedException">This process's projector has stopped before it.</exception>
    private bool HasReached(LogPosition position)
    {
        lock (_gate)
        {
            if (_reached >= position)
                return true;
            return _stopped is null ? false : throw new ProjectionStoppedException(_stopped.Code, _stopped.Message, _stopped);
        }
    }

    private static bool Lasts(long since) => Stopwatch.GetElapsedTime(since) > Stays;

    /// <summary>Why the projector stopped, in whatever process, or null.</summary>
    private async Task<ProjectionFault?> ReadFaultAsync(CancellationToken cancellationToken)
    {
        await using var session = (await generations.FindCurrentAsync(cancellationToken)).Store.QuerySession();
        return await session.LoadAsync<ProjectionFault>(ProjectionFault.TheId, cancellationToken);
    }

    /// <summary>Whether some process projects.</summary>
    private async Task<bool> IsLedAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ProjectorLease.IsHeldSql);
        command.Parameters.Add(new() { Value = ProjectorLease.LeaseLock });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private void Pulse() => Interlocked.Exchange(ref _moved, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
