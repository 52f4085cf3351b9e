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
        var claims = run.Scaled(1_000);
        var (few, many) = (new RecordShape("few", claims, 10), new RecordShape("many", claims, 100));
        await using var archive = await FilledArchive.CreateAsync(run, [few, many, .. Enumerable.Range(0, 99).Select(i => new RecordShape($"other{i}", run.Scaled(10_000), 1))]);
        await archive.ExecuteAsync(
            $"""
            create table bench_versions as select record, from_entry, to_entry, data from archive_g{archive.Generation}.mt_doc_claim_version;
            create index on bench_versions (record, to_entry, from_entry);
            """);
        await archive.ExecuteAsync("vacuum analyze bench_versions");
        var versions = await CountAsync(archive.Database, "select count(*) from bench_versions");
        var (job, anchor) = await MeasureAsync(archive, few);
        var (longer, longerAnchor) = await MeasureAsync(archive, many);
        return
        [
            new($"snapshot of {claims:N0} claims as of a past entry, among {versions:N0} versions, p50", "bare SQL range query, rows parsed", Samples.Milliseconds(job.Median), Samples.Milliseconds(anchor.Median), job.Median / anchor.Median, "<= 1.25"),
            new("the same, p99", "the same, p99", Samples.Milliseconds(job.Percentile(0.99)), Samples.Milliseconds(anchor.Percentile(0.99)), job.Percentile(0.99) / anchor.Percentile(0.99), "<= 1.5"),
            new($"the same, history of {many.Events:N0} events", "bare SQL range query, rows parsed", Samples.Milliseconds(longer.Median), Samples.Milliseconds(longerAnchor.Median), longer.Median / longerAnchor.Median, "<= 1.25"),
            new($"the same, history of {many.Events:N0} events", $"history of {few.Events:N0} events", Samples.Milliseconds(longer.Median), Samples.Milliseconds(job.Median), longer.Median / job.Median, "<= 1.15"),
        ];
    }

    private static async Task<(Samples Job, Samples Anchor)> MeasureAsync(FilledArchive archive, RecordShape shape)
    {
        // In the middle of the record's history: as many of its versions were closed before as after.
        var entry = await CountAsync(
            archive.Database, $"select from_entry from bench_versions where record = '{shape.Record}' order by from_entry offset {shape.Events / 2} limit 1");
        return await Samples.InTurnAsync(
            300,
            async () =>
            {
                var answer = (Outcome<RecordSnapshot>.Ok)await archive.Host.Sender.Send(
                    new GetRecord(shape.Record, new AsOf.Entry(entry), ClaimFilter.None, new PageRequest(1, PageRequest.Largest)) { Asker = FilledArchive.Reader });
                Expect(Math.Min(shape.Claims, PageRequest.Largest), answer.Value.Claims.Items.Count);
            },
            async () => Expect(shape.Claims, (await RangeQueryAsync(archive.Database, shape.Record, entry)).Count));
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<ClaimVersion>> RangeQueryAsync(NpgsqlDataSource database, string record, long entry)
    {
        await using var command = database.CreateCommand("select data from bench_versions where record = $1 and to_entry > $2 and from_entry <= $2");
        command.Parameters.Add(new() { Value = record });
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
