using System.Globalization;
using System.Text;
using Archive.Dossiers;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>The import of a dossier into a new archive, against COPY of the rows that it makes.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    public string Name => "import";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var claims = run.Scaled(2_000);
        var path = Directory.CreateTempSubdirectory("archive-bench").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(path, "dossier.yaml"), Dossier(claims));
            var (job, anchor) = (new Samples(), new Samples());
            for (var round = 0; round < 4; round++)
            {
                await using var host = await ArchiveHost.OpenAsync(await run.CreateDatabaseAsync(), CancellationToken.None);
                await (round == 0 ? new Samples() : job).TimeAsync(async () =>
                {
                    if (await host.Sender.Send(new ImportDossier(path, "bench")) is not Outcome<ImportResult>.Ok)
                        throw new InvalidOperationException("The generated dossier was not imported.");
                });
                var database = (NpgsqlDataSource)host.Services.GetService(typeof(NpgsqlDataSource))!;
                await using (var command = database.CreateCommand("create table bench_events (like archive_log.mt_events including all)"))
                    await command.ExecuteNonQueryAsync();
                var rows = await ReadAsync(database);
                await (round == 0 ? new Samples() : anchor).TimeAsync(() => WriteAsync(database, rows));
            }

            var events = claims + 11;
            return [new($"import of a dossier of {events:N0} events", "COPY of the same rows", Samples.PerSecond(events * 1000 / job.Median), Samples.PerSecond(events * 1000 / anchor.Median), anchor.Median / job.Median, ">= 0.25")];
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static string Dossier(int claims)
    {
        var text = new StringBuilder("record: {id: r, title: A record, zone: UTC}\nsources:\n");
        for (var i = 0; i < 10; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: s{i}, kind: newspaper, title: Report {i}}}\n");
        text.Append("claims:\n");
        for (var i = 0; i < claims; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: c{i}, kind: background, says: The delegations met and agreed to go on meeting {i}, when: 2023-03-20, cites: [s{i % 10}]}}\n");
        return text.ToString();
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
