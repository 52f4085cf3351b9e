using System.Text.Json;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.EventLog;
using NpgsqlTypes;

namespace Archive.Benchmarks;

/// <summary>A rebuild of the read models, ledger included, against read, fold and COPY by hand.</summary>
internal sealed class RebuildBenchmark : IBenchmark
{
    public string Name => "rebuild";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var events = run.Scaled(10_000);
        await using var archive = await FilledArchive.CreateAsync(run, events / 2, events);
        var (job, anchor) = await Samples.InTurnAsync(
            3, () => archive.Host.RebuildAsync(null, CancellationToken.None), () => ByHandAsync(archive));
        return [new($"rebuild of {events:N0} events, corrections spread", "read + fold + COPY by hand", Samples.PerSecond(events * 1000 / job.Median), Samples.PerSecond(events * 1000 / anchor.Median), anchor.Median / job.Median, ">= 0.4")];
    }

    private static async Task ByHandAsync(FilledArchive archive)
    {
        await archive.ExecuteAsync("drop table if exists bench_fold; create table bench_fold (id text primary key, from_entry bigint not null, data jsonb not null)");
        var claims = new Dictionary<string, Claim>(StringComparer.Ordinal);
        await using var connection = await archive.Database.OpenConnectionAsync();
        await using var writer = await connection.BeginBinaryImportAsync("copy bench_fold from stdin (format binary)");
        var after = LogPosition.Start;
        long entry = 0;
        while (await archive.Log.ReadAfterAsync(after, 5_000, CancellationToken.None) is { Count: > 0 } events)
        {
            foreach (var logged in events)
            {
                entry++;
                if (EventCatalogue.Deserialize(logged.Type, logged.Data.Span) is not IClaimEvent happened)
                    continue;
                var claim = claims[happened.Claim] = Claim.Evolve(claims.GetValueOrDefault(happened.Claim), happened);
                await writer.StartRowAsync();
                await writer.WriteAsync($"{logged.Stream}@{entry}");
                await writer.WriteAsync(entry);
                await writer.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(claim, ArchiveJson.Options), NpgsqlDbType.Jsonb);
            }

            after = events[^1].Position;
        }

        await writer.CompleteAsync();
    }
}
