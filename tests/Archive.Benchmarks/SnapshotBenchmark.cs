using System.Data;
using System.Text.Json;
using Archive.Claims;
using Archive.Domain.Events;
using Archive.Records;
using Archive.Snapshots;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>A record as of a past entry, through the query handler, against the bare range query on an equivalent table, rows parsed.</summary>
internal sealed class SnapshotBenchmark : IBenchmark
{
    public string Name => "snapshot";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var (claims, events) = (run.Scaled(1_000), run.Scaled(10_000));
        await using var small = await FilledArchive.CreateAsync(run, claims, events);
        var (job, anchor) = await MeasureAsync(small, claims, events);
        await using var large = await FilledArchive.CreateAsync(run, claims, events * 3);
        var (longer, _) = await MeasureAsync(large, claims, events * 3);
        return
        [
            new($"snapshot of {claims:N0} claims as of a past entry, p50", "bare SQL range query, rows parsed", Samples.Milliseconds(job.Median), Samples.Milliseconds(anchor.Median), job.Median / anchor.Median, "<= 1.25"),
            new("the same, p99", "the same, p99", Samples.Milliseconds(job.Percentile(0.99)), Samples.Milliseconds(anchor.Percentile(0.99)), job.Percentile(0.99) / anchor.Percentile(0.99), "<= 1.5"),
            new($"the same, history of {events * 3:N0} events", $"history of {events:N0} events", Samples.Milliseconds(longer.Median), Samples.Milliseconds(job.Median), longer.Median / job.Median, "<= 1.15"),
        ];
    }

    private static async Task<(Samples Job, Samples Anchor)> MeasureAsync(FilledArchive archive, int claims, int events)
    {
        var entry = 2 + (events / 2);
        await archive.ExecuteAsync(
            """
            create table bench_versions as select record, from_entry, to_entry, data from archive_g1.mt_doc_claim_version;
            create index on bench_versions (record, to_entry, from_entry);
            analyze bench_versions;
            """);
        return await Samples.InTurnAsync(
            100,
            async () =>
            {
                var answer = (Outcome<RecordSnapshot>.Ok)await archive.Host.Sender.Send(
                    new GetRecord(FilledArchive.Record, new AsOf.Entry(entry), ClaimFilter.None, new PageRequest(1, PageRequest.Largest)));
                Expect(Math.Min(claims, PageRequest.Largest), answer.Value.Claims.Items.Count);
            },
            async () => Expect(claims, (await RangeQueryAsync(archive.Database, entry)).Count));
    }

    private static async Task<List<ClaimVersion>> RangeQueryAsync(NpgsqlDataSource database, long entry)
    {
        await using var command = database.CreateCommand("select data from bench_versions where record = $1 and to_entry > $2 and from_entry <= $2");
        command.Parameters.Add(new() { Value = FilledArchive.Record });
        command.Parameters.Add(new() { Value = entry });
        var rows = new List<ClaimVersion>();
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess);
        while (await reader.ReadAsync())
            rows.Add(JsonSerializer.Deserialize<ClaimVersion>(reader.GetFieldValue<byte[]>(0), ArchiveJson.Options)!);
        return rows;
    }

    private static void Expect(int expected, int actual)
    {
        if (expected != actual)
            throw new InvalidOperationException($"{expected} claims were expected, {actual} answered.");
    }
}
