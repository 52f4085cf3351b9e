using Archive.Domain;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using JasperFx;
using Npgsql;

namespace Archive.LogCopies;

/// <summary>
/// Moves the ledger's head from one log to the one that has its events: to the place where the head's event stands there. Under the projector's lease, fenced by
/// the head's revision, so that whoever projects from the old log cannot go on behind it.
/// </summary>
internal sealed class MovedHead(IEventLog target, NpgsqlDataSource database, string connectionString, Generations generations)
{
    /// <summary>A projector that lost its lease and has not noticed may flush once more.</summary>
    private const int Attempts = 3;

    public async Task<LedgerHead> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await LedgerHeads.ReadAsync(connection, await generations.FindCurrentAsync(connection, cancellationToken), cancellationToken);
    }

    /// <summary>Moves it, or finds it moved.</summary>
    /// <exception cref="LogRefusedException"><c>log-diverged</c>: it is neither log's, or its event is not in the new one.</exception>
    public async Task MoveAsync(Guid from, LogIdentity to, CancellationToken cancellationToken)
    {
        await using var lease = await ProjectorLease.DemandAsync(connectionString, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await MoveOnceAsync(from, to, cancellationToken);
                return;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // It is read again.
            }
        }
    }

    private async Task MoveOnceAsync(Guid from, LogIdentity to, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // A rebuild that is about to switch over waits, and finds that the head has moved.
        await using (var held = new NpgsqlCommand($"{Generations.SelectCurrent} for share", connection, transaction))
            await held.ExecuteNonQueryAsync(cancellationToken);
        var generation = await generations.FindCurrentAsync(connection, cancellationToken);
        var head = await LedgerHeads.ReadAsync(connection, generation, cancellationToken);
        if (head.LogId != to.Id)
        {
            if (head.LogId != from)
                throw Diverged($"it is made from the log {head.LogId}");
            var position = head.Entry == 0 ? LogPosition.Start : await FindAsync(connection, generation, head, cancellationToken);
            head = head with { LogId = to.Id, Commit = position.Commit, Prepare = position.Prepare, ReadCommit = null, ReadPrepare = null };
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { HeadRow.Move(generation, head) } };
            await batch.ExecuteNonQueryAsync(cancellationToken);
            HeadRow.RequireMoved(batch.BatchCommands[0]);
        }

        await RequireContinuityAsync(head, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Where the head's event stands in the new log.</summary>
    private async Task<LogPosition> FindAsync(NpgsqlConnection connection, GenerationStore generation, LedgerHead head, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select data ->> 'stream' from {generation.Entries} where id = $1", connection) { Parameters = { new() { Value = head.Entry } } };
        var stream = await command.ExecuteScalarAsync(cancellationToken) as string ?? throw Diverged($"its entry {head.Entry} is missing");
        return (await target.ReadStreamAsync(stream, cancellationToken)).FirstOrDefault(logged => logged.Id == head.EventId)?.Position
            ?? throw Diverged($"the event {head.EventId} of its entry {head.Entry} is not in {target.Control.Place}");
    }

    private async Task RequireContinuityAsync(LedgerHead head, CancellationToken cancellationToken)
    {
        try
        {
            await LogContinuity.RequireAsync(target, head, cancellationToken);
        }
        catch (ProjectionStoppedException diverged)
        {
            throw Diverged(diverged.Message.TrimEnd('.'));
        }
    }

    private static LogRefusedException Diverged(string what) => new(new Refusal(
        "log-diverged", $"The ledger's head cannot be moved to the new log: {what}. Nothing was changed. Look with 'archive status' which log the ledger is made from; 'archive rebuild' makes the read models anew from it."));
}
