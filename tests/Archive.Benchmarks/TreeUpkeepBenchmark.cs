using System.Globalization;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.Ledger;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>
/// What the ledger's tree costs: its leaves added in batches, its tiles written as a projector writes them, and nothing else; against a rebuild, and against the projector, of the
/// same entries with everything.
/// </summary>
internal sealed class TreeUpkeepBenchmark : IBenchmark
{
    private const int Versions = 5;

    /// <summary>As many entries as the projector that answers takes at most.</summary>
    private const int Batch = 1_000;

    /// <summary>A number of more digits than a rebuild takes for a generation that was left.</summary>
    private const int Apart = 900_000_000;

    public string Name => "tree-upkeep";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var shape = new RecordShape("r", run.Scaled(500_000) / Versions, Versions);
        await using var archive = await FilledArchive.CreateAsync(run, shape);
        var leaves = await LeavesAsync(archive);
        var (tree, rebuild) = await Samples.InTurnAsync(3, () => GrowAsync(archive, leaves, copies: true), () => archive.Host.RebuildAsync(null, CancellationToken.None));
        var (living, projector) = await Samples.InTurnAsync(3, () => GrowAsync(archive, leaves, copies: false), () => ProjectAsync(archive));
        return
        [
            Share($"tree and tiles of {leaves.Count:N0} entries by COPY", "archive rebuild of the same", leaves.Count, tree.Median, rebuild.Median),
            Share($"tree and tiles of {leaves.Count:N0} entries in batches of {Batch:N0}", "the projector, of the same", leaves.Count, living.Median, projector.Median),
        ];
    }

    private static Figure Share(FormattableString job, string anchor, int count, double tree, double whole) => new(
        job.ToString(CultureInfo.InvariantCulture), anchor, Samples.PerSecond(count * 1000 / tree), Samples.PerSecond(count * 1000 / whole), tree / whole, "<= 0.1");

    private static async Task GrowAsync(FilledArchive archive, IReadOnlyList<Sha256Digest> leaves, bool copies)
    {
        using var generation = new GenerationStore(archive.Database, Apart);
        await archive.ExecuteAsync($"drop schema if exists {generation.Schema} cascade; create schema {generation.Schema}; {TileTable.Create(generation)}");
        var tree = new GrowingTree();
        await using var connection = await archive.Database.OpenConnectionAsync();
        for (var at = 0; at < leaves.Count; at += Batch)
        {
            for (var i = at; i < Math.Min(at + Batch, leaves.Count); i++)
                tree.Append(leaves[i]);
            tree.ToRoot();
            if (copies)
            {
                await TileTable.CopyAsync(connection, generation, tree.TakeFilled(), CancellationToken.None);
                continue;
            }

            await using var write = new NpgsqlBatch(connection) { BatchCommands = { TileTable.Write(generation, tree.TakeChanges()) } };
            await write.ExecuteNonQueryAsync();
        }

        if (copies)
            await TileTable.CopyAsync(connection, generation, tree.ToEdge(), CancellationToken.None);
    }

    /// <summary>Projects everything into a generation that answers nobody, as the projector does into one that answers.</summary>
    private static async Task ProjectAsync(FilledArchive archive)
    {
        using var generation = new GenerationStore(archive.Database, Apart + 1);
        var services = archive.Host.Services;
        await services.GetRequiredService<ReadModelSchema>().CreateGenerationAsync(generation, CancellationToken.None);
        await using (var connection = await archive.Database.OpenConnectionAsync())
            await GenerationIndexes.CreateAsync(connection, generation, CancellationToken.None);
        await using var target = new LivingTarget(archive.Database, generation, Batch);
        var projector = new Projector(archive.Log, target, services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ProjectionVersion>());
        await projector.StartAsync(CancellationToken.None);
        while (await projector.ProjectNextAsync(CancellationToken.None) > 0)
        {
        }
    }

    private static async Task<IReadOnlyList<Sha256Digest>> LeavesAsync(FilledArchive archive)
    {
        var leaves = new List<Sha256Digest>();
        await using var command = archive.Database.CreateCommand($"select data ->> 'leafHash' from archive_g{archive.Generation}.mt_doc_ledger_entry order by id");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            leaves.Add(Sha256Digest.Parse(reader.GetString(0)));
        return leaves;
    }
}
