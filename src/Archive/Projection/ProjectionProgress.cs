using System.Diagnostics;
using Archive.EventLog;
using Archive.Ledger;
using Npgsql;

namespace Archive.Projection;

/// <summary>How far the projection has come, in this process or in another.</summary>
internal sealed class ProjectionProgress(NpgsqlDataSource database, Generations generations)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>A fault that another process left counts when it stays this long: the fix may just be starting.</summary>
    private static readonly TimeSpan FaultStays = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = NewSignal();
    private LogPosition _reached = LogPosition.Start;
    private ProjectionStoppedException? _stopped;

    public void Reached(LogPosition position)
    {
        lock (_gate)
        {
            _reached = position;
            _stopped = null;
        }

        Pulse();
    }

    public void Stop(ProjectionStoppedException stopped)
    {
        lock (_gate)
            _stopped = stopped;
        Pulse();
    }

    /// <summary>Waits until a position is projected, whoever projects.</summary>
    /// <exception cref="ProjectionStoppedException">The projector has stopped before it.</exception>
    /// <exception cref="TimeoutException">It takes longer than <paramref name="atMost"/>.</exception>
    public async Task WaitForAsync(LogPosition position, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(atMost);
        var began = Stopwatch.GetTimestamp();
        try
        {
            while (true)
            {
                var moved = Volatile.Read(ref _moved).Task;
                lock (_gate)
                {
                    if (_reached >= position)
                        return;
                    if (_stopped is not null)
                        throw new ProjectionStoppedException(_stopped.Code, _stopped.Message, _stopped);
                }

                if ((await ReadHeadAsync(enough.Token)).Position >= position)
                    return;
                if (Stopwatch.GetElapsedTime(began) > FaultStays && await ReadFaultAsync(enough.Token) is { } fault)
                    throw new ProjectionStoppedException(fault.Code, fault.Message, null);
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

    /// <summary>The head of the generation that answers.</summary>
    public async Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var generation = await generations.FindCurrentAsync(connection, cancellationToken);
        return await LedgerHeads.ReadAsync(connection, generation, cancellationToken);
    }

    /// <summary>Why the projector stopped, in whatever process, or null.</summary>
    private async Task<ProjectionFault?> ReadFaultAsync(CancellationToken cancellationToken)
    {
        await using var session = (await generations.FindCurrentAsync(cancellationToken)).Store.QuerySession();
        return await session.LoadAsync<ProjectionFault>(ProjectionFault.TheId, cancellationToken);
    }

    private void Pulse() => Interlocked.Exchange(ref _moved, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
