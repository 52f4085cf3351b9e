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
    IEventLog log, NpgsqlDataSource database, string connectionString, Generations generations, ReadModelSchema schema, IServiceScopeFactory scopes)
{
    public async Task<RebuildResult> RunAsync(IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var old = await generations.FindCurrentAsync(cancellationToken);
        using var filled = new GenerationStore(database, await NextNumberAsync(cancellationToken));
        await schema.CreateGenerationAsync(filled, cancellationToken);
        var projector = new Projector(log, database, filled, scopes);
        await projector.StartAsync(cancellationToken);
        await ProjectAsync(projector, (await ReadHeadAsync(old, cancellationToken)).Entry, progress, cancellationToken);

        await using var lease = await ProjectorLease.DemandAsync(connectionString, cancellationToken);
        var head = await ReadHeadAsync(old, cancellationToken);
        await ProjectAsync(projector, head.Entry, progress, cancellationToken);
        if (await FindDifferenceAsync(old, filled, head.Entry, cancellationToken) is { } differing)
        {
            await schema.DropGenerationAsync(filled.Number, cancellationToken);
            throw new ProjectionStoppedException(
                "rebuild-differs",
                $"The rebuilt ledger differs from the one that answers at entry {differing}: the log or the ledger was changed. Nothing was switched over. Compare both with a backup.",
                null);
        }

        await SwitchAsync(old.Number, filled.Number, cancellationToken);
        await schema.DropGenerationAsync(old.Number - 1, cancellationToken);
        return new RebuildResult(filled.Number, projector.Head.Entry);
    }

    private static async Task ProjectAsync(Projector projector, long total, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        while (await projector.ProjectNextAsync(cancellationToken) > 0)
            progress?.Report(new RebuildProgress(projector.Head.Entry, Math.Max(total, projector.Head.Entry)));
    }

    /// <summary>One above every generation that there is a schema of, so that what an interrupted rebuild left is never taken for ours.</summary>
    private async Task<int> NextNumberAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select max(substr(nspname, 10)::integer) + 1 from pg_namespace where nspname ~ '^archive_g[0-9]{1,8}$'");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<LedgerHead> ReadHeadAsync(GenerationStore generation, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await LedgerHeads.ReadAsync(connection, generation, cancellationToken);
    }

    /// <returns>The first entry up to the old head whose leaf is missing or another, or null.</returns>
    private async Task<long?> FindDifferenceAsync(GenerationStore old, GenerationStore filled, long upTo, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select min(number) from (
                select coalesce(a.id, b.id) as number
                from {old.Entries} a full join {filled.Entries} b on a.id = b.id
                where coalesce(a.id, b.id) <= $1 and (a.data ->> 'leafHash') is distinct from (b.data ->> 'leafHash')) as differing
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = upTo });
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private async Task SwitchAsync(int from, int to, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update archive.current_generation set number = $2 where number = $1");
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
            throw new ProjectionStoppedException("rebuild-overtaken", "Another rebuild switched over in the meantime. Nothing was changed by this one.", null);
    }
}
