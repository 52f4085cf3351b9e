using System.Diagnostics;
using Archive.EventLog;
using Archive.EventStoreDb;
using EventStore.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Benchmarks;

/// <summary>
/// The event log on the EventStoreDB that <c>ARCHIVE_TEST_EVENTSTORE</c> names: appends against the client alone with as many under way, reading on
/// against a subscription of the client alone, and projecting against the same from Marten's log.
/// </summary>
internal sealed class EventStoreBenchmark : IBenchmark
{
    private const int UnderWay = 32;
    private const int Rounds = 3;

    private static readonly string Run = Guid.CreateVersion7().ToString("N")[..12];

    private int _prefixes;

    public string Name => "eventstore";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        if (Environment.GetEnvironmentVariable("ARCHIVE_TEST_EVENTSTORE") is not { Length: > 0 } server)
        {
            run.Say("The row eventstore was left out: ARCHIVE_TEST_EVENTSTORE names no server.");
            return [];
        }

        return [.. await AppendAndReadAsync(run, server), await ProjectAsync(run, server)];
    }

    private async Task<IReadOnlyList<Figure>> AppendAndReadAsync(BenchmarkRun run, string server)
    {
        var count = run.Scaled(20_000);
        var settings = EventStoreClientSettings.Create(server);
        await using var client = new EventStoreClient(settings);
        var (ours, others) = (new Samples(), new Samples());
        var last = (Prefix: "", Alone: "");
        for (var round = 0; round <= Rounds; round++)
        {
            last = (NewPrefix(), NewPrefix());
            await using var log = new EventStoreDbEventLog(EventStoreDbPlace.Parse(server, last.Prefix), TimeProvider.System);
            await log.Control.OpenAsync(null, CancellationToken.None);
            var alone = last.Alone;
            var job = await TimeAsync(count, i => log.AppendAsync($"claim/r/c{i}", -1, [Event(i)], CancellationToken.None));
            var anchor = await TimeAsync(count, i => client.AppendToStreamAsync(
                $"{alone}:claim/r/c{i}", StreamState.NoStream, [new EventData(Uuid.FromGuid(Event(i).Id), Event(i).Type, Event(i).StoredData, Event(i).StoredHeaders)]));
            if (round == 0)
                continue;
            ours.Add(job);
            others.Add(anchor);
        }

        await using var reader = new EventStoreDbEventLog(EventStoreDbPlace.Parse(server, last.Prefix), TimeProvider.System);
        var (read, subscribed) = await Samples.InTurnAsync(Rounds, () => ReadOnAsync(reader, count), () => SubscribeAsync(client, last.Alone, count));
        return
        [
            Compare($"appends, {UnderWay} under way", $"the client alone, {UnderWay} under way", ours, others, count, ">= 0.5"),
            Compare("reading the log on from its start", "a subscription of the client alone", read, subscribed, count, "none"),
        ];
    }

    private async Task<Figure> ProjectAsync(BenchmarkRun run, string server)
    {
        var shape = new RecordShape("r0", run.Scaled(20_000), 2);
        var prefix = NewPrefix();
        await using var marten = await FilledArchive.CreateAsync(run, shape);
        await using var archive = await FilledArchive.CreateAsync(run, services => services.AddEventStoreDb(server, prefix), shape);
        var (job, anchor) = await Samples.InTurnAsync(Rounds, () => archive.Host.RebuildAsync(null, CancellationToken.None), () => marten.Host.RebuildAsync(null, CancellationToken.None));
        return Compare($"rebuild of {shape.Events + 2:N0} events from EventStoreDB", "the same from Marten's log", job, anchor, shape.Events + 2, ">= 1");
    }

    private static Figure Compare(string job, string anchor, Samples done, Samples held, int count, string goal) => new(
        job, anchor, Samples.PerSecond(count / done.Median * 1000), Samples.PerSecond(count / held.Median * 1000), held.Median / done.Median, goal);

    private static async Task<TimeSpan> TimeAsync(int count, Func<int, Task> append)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = UnderWay }, async (i, _) => await append(i));
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task ReadOnAsync(EventStoreDbEventLog log, int count)
    {
        var (after, seen) = (LogPosition.Start, 0);
        while (await log.ReadAfterAsync(after, 1_000, CancellationToken.None) is { Count: > 0 } stretch)
        {
            seen += stretch.Count;
            after = stretch.UpTo;
        }

        if (seen != count)
            throw new InvalidOperationException($"{seen} events were read, not {count}.");
    }

    private static async Task SubscribeAsync(EventStoreClient client, string prefix, int count)
    {
        await using var subscription = client.SubscribeToAll(FromAll.Start, filterOptions: new SubscriptionFilterOptions(StreamFilter.Prefix(prefix + ":")));
        await foreach (var _ in subscription)
        {
            if (--count == 0)
                return;
        }
    }

    private static NewEvent Event(int i) => FilledArchive.NewEvent($"claim/{FilledArchive.ClaimId("r", i)}", 0, FilledArchive.Event("r", i, 1));

    private string NewPrefix() => $"bench-{Run}-{++_prefixes}";
}
