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

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var (claims, events) = (run.Scaled(1_000), run.Scaled(10_000));
        await using var archive = await FilledArchive.CreateAsync(run, claims, events);
        using var store = DocumentStore.For(options =>
        {
            options.Connection(archive.ConnectionString);
            options.DatabaseSchemaName = "bench_marten";
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
            options.Serializer(new ArchiveSerializer());
            options.Events.StreamIdentity = StreamIdentity.AsString;
        });
        for (var first = 0; first < events; first += 1_000)
        {
            await using var session = store.LightweightSession();
            session.Events.Append(Stream, Enumerable.Range(first, Math.Min(1_000, events - first)).Select(object (i) => FilledArchive.Event(i % claims, 1 + (i / claims))));
            await session.SaveChangesAsync();
        }

        DateTimeOffset now;
        await using (var session = store.QuerySession())
            now = (await session.Events.FetchStreamStateAsync(Stream))!.LastTimestamp;
        var (job, anchor) = await Samples.InTurnAsync(
            15,
            () => archive.Host.Sender.Send(new GetRecord(FilledArchive.Record, new AsOf.Entry(2 + events), ClaimFilter.None, new PageRequest(1, PageRequest.Largest))),
            async () =>
            {
                await using var session = store.QuerySession();
                var aggregate = await session.Events.AggregateStreamAsync<ClaimsByFold>(Stream, timestamp: now);
                if (aggregate!.Claims.Count != claims)
                    throw new InvalidOperationException($"{aggregate.Claims.Count} claims were folded.");
            });
        return [new($"snapshot, history of {events:N0} events", "Marten AggregateStreamAsync by timestamp", Samples.Milliseconds(job.Median), Samples.Milliseconds(anchor.Median), anchor.Median / job.Median, "10 times faster at 10,000, 100 times at 100,000")];
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
