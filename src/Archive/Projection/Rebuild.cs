using Archive.EventLog;
using Archive.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.Projection;

/// <summary>
/// Fills a new generation from zero with the same handlers while the old one answers, then, under the lease, projects the rest, compares every
/// leaf and moves the pointer in one transaction. A difference refuses the switch and leaves everything as it was.
/// </summary>
internal sealed class Rebuild(
    IEventLog log, NpgsqlDataSource database, string connectionString, Generations generations, ReadModelSchema schema, IServiceScopeFactory scopes, ProjectionVersion version)
{
    /// <summary>So that no rebuild takes another's generation for a leftover. "ARCHRBL1".</summary>
    private const long Lock = 0x4152434852424C31;

    /// <exception cref="ProjectionStoppedException">Another rebuild is at work, an event cannot be projected, or the rebuilt ledger differs.</exception>
    public async Task<RebuildResult> RunAsync(IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        await using var only = await SessionLock.TryTakeAsync(connectionString, Lock, cancellationToken) ?? throw UnderWay();
        var old = await generations.FindCurrentAsync(cancellationToken);
        using var filled = new GenerationStore(database, await DropLeftoversAsync(old.Number, cancellationToken) + 1);
        await schema.CreateGenerationAsync(filled, cancellationToken);
        try
        {
            var before = await LedgerHeads.ReadAsync(database, old, cancellationToken);
            await FillAsync(filled, before.Entry, progress, cancellationToken);
            await RequireSameLeavesAsync(old, filled, 0, before.Entry, cancellationToken);
            await using var lease = await ProjectorLease.DemandAsync(connectionString, cancellationToken);
            var head = await LedgerHeads.ReadAsync(database, old, cancellationToken);
            var entries = await CatchUpAsync(filled, head, progress, cancellationToken);
            await RequireSameLeavesAsync(old, filled, before.Entry, head.Entry, cancellationToken);
            await SwitchAsync(old, head, filled, cancellationToken);
            return new RebuildResult(filled.Number, entries);
        }
        catch (ProjectionStoppedException)
        {
            await schema.DropGenerationAsync(filled.Number, cancellationToken);
            throw;
        }
    }

    /// <summary>Drops every generation but the one that answers, so that nothing is left of what was erased.</summary>
    /// <returns>In words, which could not be dropped, and what to do.</returns>
    public async Task<IReadOnlyList<string>> DropFormerAsync(CancellationToken cancellationToken)
    {
        await using var only = await SessionLock.TryTakeAsync(connectionString, Lock, cancellationToken) ?? throw UnderWay();
        var current = (await generations.FindCurrentAsync(cancellationToken)).Number;
        return await DropLeftoversAsync(current, cancellationToken) == current
            ? []
            : ["former read models, which are in use: end whoever is in them, and run the same command again"];
    }

    /// <summary>What an interrupted rebuild left, and the generation before the one that answers, which nobody reads any more.</summary>
    /// <returns>The highest number that is still taken: one that somebody is still in, as autovacuum may be, is left to the next rebuild.</returns>
    private async Task<int> DropLeftoversAsync(int current, CancellationToken cancellationToken)
    {
        var left = new List<int>();
        await using (var command = database.CreateCommand("select substr(nspname, 10)::integer from pg_namespace where nspname ~ '^archive_g[0-9]{1,8}$'"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                left.Add(reader.GetInt32(0));
        }

        var highest = current;
        foreach (var number in left.Where(number => number != current))
        {
            if (!await schema.TryDropGenerationAsync(number, cancellationToken))
                highest = Math.Max(highest, number);
        }

        return highest;
    }

    private static ProjectionStoppedException UnderWay() => new(
        "rebuild-under-way", "Another rebuild is at work on this archive. Wait for its end; 'archive status' shows which generation answers.", null);

    /// <summary>Fills from zero, without the lease; the few events that come while it ends are left to <see cref="CatchUpAsync"/>.</summary>
    private async Task FillAsync(GenerationStore filled, long total, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        await using var target = new FillingTarget(database, filled);
        var projector = new Projector(log, target, scopes, version);
        await projector.StartAsync(cancellationToken);
        var end = await log.FindEndAsync(cancellationToken);
        while (projector.Head.Position < end && await projector.ProjectNextAsync(cancellationToken) > 0)
            progress?.Report(new RebuildProgress(projector.Head.Entry, Math.Max(total, projector.Head.Entry)));
        await target.FinishAsync(cancellationToken);
    }

    /// <summary>Projects as far as the old generation has come, under the lease; what came since is for whoever projects next.</summary>
    /// <returns>The last entry.</returns>
    private async Task<long> CatchUpAsync(GenerationStore filled, LedgerHead old, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        await using var target = new LivingTarget(database, filled);
        var projector = new Projector(log, target, scopes, version);
        await projector.StartAsync(cancellationToken);
        while (projector.Head.Entry < old.Entry && await projector.ProjectNextAsync(cancellationToken) > 0)
            progress?.Report(new RebuildProgress(projector.Head.Entry, Math.Max(old.Entry, projector.Head.Entry)));
        return projector.Head.Entry;
    }

    /// <summary>Compares the leaves of the entries behind <paramref name="after"/>; those before it never change, and were compared without the lease.</summary>
    private async Task RequireSameLeavesAsync(GenerationStore old, GenerationStore filled, long after, long upTo, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select min(number) from (
                select coalesce(a.id, b.id) as number
                from (select * from {old.Entries} where id > $1 and id <= $2) a full join (select * from {filled.Entries} where id > $1 and id <= $2) b on a.id = b.id
                where (a.data ->> 'leafHash') is distinct from (b.data ->> 'leafHash')) as differing
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = upTo });
        if (await command.ExecuteScalarAsync(cancellationToken) is not long differing)
            return;
        throw new ProjectionStoppedException(
            "rebuild-differs",
            $"The rebuilt ledger differs from the one that answers at entry {differing}: the log or the ledger was changed. Nothing was switched over. Compare both with a backup.",
            null);
    }

    /// <summary>Moves the pointer, and the old head's revision with it: a projector that lost its lease without noticing cannot flush behind the switch.</summary>
    private async Task SwitchAsync(GenerationStore old, LedgerHead head, GenerationStore filled, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new($"update {old.Heads} set mt_version = mt_version + 1 where id = '{LedgerHead.TheId}' and mt_version = $1") { Parameters = { new() { Value = (long)head.Revision } } },
                new("update archive.current_generation set number = $2 where number = $1") { Parameters = { new() { Value = old.Number }, new() { Value = filled.Number } } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (batch.BatchCommands[0].RecordsAffected != 1 || batch.BatchCommands[1].RecordsAffected != 1)
            throw new ProjectionStoppedException("rebuild-overtaken", "The ledger moved on while the rebuild switched over. Nothing was changed by this rebuild: run it again.", null);
        await transaction.CommitAsync(cancellationToken);
    }
}
