using Archive.Access;
using Archive.Domain.Access;
using Archive.Dossiers;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>The import of a dossier into a new archive, durable at its end, against COPY of the rows that it makes.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    public string Name => "import";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        using var dossier = new BenchmarkDossier(run.Scaled(100_000));
        var (job, anchor) = (new Samples(), new Samples());
        for (var round = 0; round < 4; round++)
        {
            await using var host = await ArchiveHost.OpenAsync(await run.CreateDatabaseAsync(), CancellationToken.None);
            await (round == 0 ? new Samples() : job).TimeAsync(async () =>
            {
                var outcome = await host.Sender.Send(new ImportDossier(dossier.Path, new Asker("bench", Role.Administrator)));
                if (outcome is not Outcome<ImportResult>.Ok { Value.Events: var events } || events != dossier.Events)
                    throw new InvalidOperationException($"The generated dossier of {dossier.Events} events was not imported: {outcome}");
            });
            var database = (NpgsqlDataSource)host.Services.GetService(typeof(NpgsqlDataSource))!;
            await using (var command = database.CreateCommand("create table bench_events (like archive_log.mt_events including all)"))
                await command.ExecuteNonQueryAsync();
            var rows = await ReadAsync(database);
            run.Say($"import, round {round}: {rows.Length / dossier.Events:N0} bytes a row");
            await (round == 0 ? new Samples() : anchor).TimeAsync(() => WriteAsync(database, rows));
        }

        return [new($"import of a dossier of {dossier.Events:N0} events", "COPY of the same rows", Samples.PerSecond(dossier.Events * 1000 / job.Median), Samples.PerSecond(dossier.Events * 1000 / anchor.Median), anchor.Median / job.Median, ">= 0.25")];
    }

    private static async Task<string> ReadAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        using var reader = await connection.BeginTextExportAsync("copy archive_log.mt_events to stdout");
        return await reader.ReadToEndAsync();
    }

    private static async Task WriteAsync(NpgsqlDataSource database, string rows)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var writer = await connection.BeginTextImportAsync("copy bench_events from stdin");
        await writer.WriteAsync(rows);
    }
}
