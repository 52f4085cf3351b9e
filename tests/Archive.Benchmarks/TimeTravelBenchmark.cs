using System.Globalization;
using Archive.Domain.Claims;
using Archive.EventLog;
using Archive.Records;
using Archive.Snapshots;
using JasperFx;
using JasperFx.Events;
using Marten;

namespace Archive.Benchmarks;

/// <summary>A record as of a past entry, against Marten's own time travel over the same events in one stream.</summary>
internal sealed class TimeTravelBenchmark : IBenchmark
{
    private const string Stream = "record";

    public string Name => "time-travel";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run) =>
    [
        await CompareAsync(run, new RecordShape("r", run.Scaled(1_000), 10), ">= 10 times faster"),
        await CompareAsync(run, new RecordShape("r", run.Scaled(1_000), 100), ">= 100 times faster"),
    ];

    private static async Task<Figure> CompareAsync(BenchmarkRun run, RecordShape shape, string goal)
    {
        await using var archive = await FilledArchive.CreateAsync(run, shape);
        using var store = DocumentStore.For(options =>
        {
            options.Connection(archive.ConnectionString);
            options.DatabaseSchemaName = "bench_marten";
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
            options.Serializer(new ArchiveSerializer());
            options.Events.StreamIdentity = StreamIdentity.AsString;
        });
        for (var first = 0; first < shape.Events; first += 1_000)
        {
            await using var session = store.LightweightSession();
            session.Events.Append(Stream, Enumerable.Range(first, Math.Min(1_000, shape.Events - first)).Select(object (i) => FilledArchive.Event(shape.Record, i % shape.Claims, 1 + (i / shape.Claims))));
            await session.SaveChangesAsync();
        }

        DateTimeOffset now;
        await using (var session = store.QuerySession())
            now = (await session.Events.FetchStreamStateAsync(Stream))!.LastTimestamp;
        Task AskAsync() => archive.Host.Sender.Send(new GetRecord(shape.Record, new AsOf.Entry(2 + shape.Events), ClaimFilter.None, new PageRequest(1, PageRequest.Largest)) { Asker = FilledArchive.Reader });
        // The anchor folds ten thousand events a round, and is warm after one.
        for (var i = 0; i < 100; i++)
            await AskAsync();
        var (job, anchor) = await Samples.InTurnAsync(
            20,
            AskAsync,
            async () =>
            {
                await using var session = store.QuerySession();
                var aggregate = await session.Events.AggregateStreamAsync<ClaimsByFold>(Stream, timestamp: now);
                if (aggregate!.Claims.Count != shape.Claims)
                    throw new InvalidOperationException($"{aggregate.Claims.Count} claims were folded.");
            });
        return new(
            string.Create(CultureInfo.InvariantCulture, $"snapshot, history of {shape.Events:N0} events"),
            "Marten AggregateStreamAsync by timestamp", Samples.Milliseconds(job.Median), Samples.Milliseconds(anchor.Median), anchor.Median / job.Median, goal);
    }
}

/// <summary>What Marten folds.</summary>
public sealed partial class ClaimsByFold
{
    public string Id { get; set; } = "";

    public Dictionary<string, Claim> Claims { get; } = new(StringComparer.Ordinal);

    public void Apply(ClaimRecorded happened) => Claims[happened.Claim] = Claim.Evolve(null, happened);

    public void Apply(ClaimCorrected happened) => Claims[happened.Claim] = Claim.Evolve(Claims[happened.Claim], happened);
}
