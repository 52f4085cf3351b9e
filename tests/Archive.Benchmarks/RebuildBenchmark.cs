using System.Data;
using System.Globalization;
using System.Text.Json;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using NpgsqlTypes;

namespace Archive.Benchmarks;

/// <summary>A rebuild of the read models, ledger included, against read, fold and COPY by hand; corrections near their originals, and spread.</summary>
internal sealed class RebuildBenchmark : IBenchmark
{
    private const int Versions = 5;

    public string Name => "rebuild";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run) => [.. await CompareAsync(run, near: true), .. await CompareAsync(run, near: false)];

    private static async Task<Figure[]> CompareAsync(BenchmarkRun run, bool near)
    {
        var shape = new RecordShape("r", run.Scaled(1_000_000) / Versions, Versions, near);
        await using var archive = await FilledArchive.CreateAsync(run, shape);
        // In this process only the anchor runs, in a process of its own the rebuild: its memory is then its own.
        long memory = 0;
        var (job, anchor) = await Samples.InTurnAsync(
            3,
            async () => memory = Math.Max(memory, await ArchiveCommand.RunAsync(archive.ConnectionString, "rebuild")),
            () => ByHandAsync(archive));
        var events = shape.Events + 2;
        var order = near ? "near their originals" : "spread";
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"rebuild of {events:N0} events, corrections {order}"), "read + fold + COPY by hand", Samples.PerSecond(events * 1000 / job.Median), Samples.PerSecond(events * 1000 / anchor.Median), anchor.Median / job.Median, ">= 0.4"),
            new("the same, memory of the process at its peak", "1 GB", string.Create(CultureInfo.InvariantCulture, $"{memory / 1_000_000} MB"), "1000 MB", memory / 1e9, "<= 1"),
        ];
    }

    private static async Task ByHandAsync(FilledArchive archive)
    {
        await archive.ExecuteAsync("drop table if exists bench_fold; create table bench_fold (id text primary key, from_entry bigint not null, data jsonb not null)");
        var claims = new Dictionary<string, Claim>(StringComparer.Ordinal);
        await using var reading = await archive.Database.OpenConnectionAsync();
        await using var writing = await archive.Database.OpenConnectionAsync();
        await using var command = reading.CreateCommand();
        command.CommandText = "select stream_id, type, data from archive_log.mt_events order by seq_id";
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess);
        await using var writer = await writing.BeginBinaryImportAsync("copy bench_fold from stdin (format binary)");
        for (long entry = 1; await rows.ReadAsync(); entry++)
        {
            var stream = rows.GetString(0);
            if (EventCatalogue.Deserialize(rows.GetString(1), rows.GetFieldValue<byte[]>(2)) is not IClaimEvent happened)
                continue;
            var claim = claims[happened.Claim] = Claim.Evolve(claims.GetValueOrDefault(happened.Claim), happened);
            await writer.StartRowAsync();
            await writer.WriteAsync($"{stream}@{entry}");
            await writer.WriteAsync(entry);
            await writer.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(claim, ArchiveJson.Options), NpgsqlDbType.Jsonb);
        }

        await writer.CompleteAsync();
    }
}
