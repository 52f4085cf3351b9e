using System.Collections.Concurrent;
using System.Diagnostics;
using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

/// <summary>What every event log must do while its server goes away, dies, and loses connections.</summary>
public abstract class EventLogOutageContract
{
    private const int Writers = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<ITestLogServer> CreateAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Readers_from_the_start_and_from_the_middle_miss_nothing_and_see_nothing_twice_under_disconnects_at_random_moments(int seed)
    {
        await using var server = await CreateAsync();
        var random = new Random(seed);
        using var done = new CancellationTokenSource();
        var log = server.Open();
        await using var closing = (IAsyncDisposable)log;
        var first = await WriteAsync(log, 0, 20);
        var reading = ReadAsync(server, LogPosition.Start, done.Token);
        var writing = Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => WriteAsync(log, writer, 40)));
        var late = ReadAsync(server, first[9], done.Token);
        while (!writing.IsCompleted)
        {
            await Task.Delay(random.Next(5, 60), Cancellation);
            await server.DisconnectAsync();
        }

        var acknowledged = (await writing).SelectMany(positions => positions).Concat(first).Order().ToArray();
        acknowledged.ShouldBe((await EventLogContract.ReadAllAsync(log)).Select(logged => logged.Position));
        var last = acknowledged[^1];
        done.CancelAfter(TimeSpan.FromSeconds(60));
        await WaitForAsync(() => reading.Seen.LastOrDefault() == last && late.Seen.LastOrDefault() == last);
        await done.CancelAsync();
        reading.Seen.ShouldBe(acknowledged);
        late.Seen.ShouldBe(acknowledged[10..]);
        await Task.WhenAll(reading.Ended, late.Ended);
    }

    [Fact]
    public async Task A_reader_goes_on_across_a_restart_of_the_server_and_another_process_where_it_was()
    {
        await using var server = await CreateAsync();
        var log = server.Open();
        await using var closing = (IAsyncDisposable)log;
        var before = await WriteAsync(log, 0, 10);
        var stretch = await log.ReadAfterAsync(LogPosition.Start, 4, Cancellation);
        stretch.Count.ShouldBeInRange(1, 4);
        stretch.Select(logged => logged.Position).ShouldBe(before[..stretch.Count]);

        await server.StopAsync();
        (await Should.ThrowAsync<Exception>(() => log.ReadAfterAsync(before[^1], 4, Cancellation))).ShouldSatisfyAllConditions(e => DatabaseFailure.IsOutage(e).ShouldBeTrue(e.ToString()));
        await server.StartAsync();

        var after = await WriteAsync(log, 1, 10);
        LogPosition[] all = [.. before, .. after];
        (await ReadOnAsync(log, stretch.UpTo)).ShouldBe(all[stretch.Count..]);
        var other = server.Open();
        await using var otherClosing = (IAsyncDisposable)other;
        (await ReadOnAsync(other, stretch.UpTo)).ShouldBe(all[stretch.Count..]);
        (await other.FindAtAsync(before[3], Cancellation)).ShouldNotBeNull().Position.ShouldBe(before[3]);
    }

    [Fact]
    public async Task A_log_whose_server_is_away_at_the_start_says_so_and_serves_when_it_is_there()
    {
        await using var server = await CreateAsync();
        await server.StopAsync();
        var log = server.Open();
        await using var closing = (IAsyncDisposable)log;
        foreach (var call in new Func<Task>[]
        {
            () => log.IdentifyAsync(Cancellation),
            () => log.FindEndAsync(Cancellation),
            () => log.ReadStreamAsync("source/s", Cancellation),
            () => log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation),
        })
        {
            (await Should.ThrowAsync<Exception>(call)).ShouldSatisfyAllConditions(e => DatabaseFailure.IsOutage(e).ShouldBeTrue(e.ToString()));
        }

        await server.StartAsync();
        (await log.IdentifyAsync(Cancellation)).Name.ShouldBe("archive.test/log");
        (await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
    }

    /// <summary>Whoever was answered finds its events where it was told; whoever was not asks again, and they are there once.</summary>
    [Fact]
    public async Task What_was_acknowledged_before_the_server_died_is_kept_and_what_was_not_takes_effect_once()
    {
        await using var server = await CreateAsync();
        var log = server.Open();
        await using var closing = (IAsyncDisposable)log;
        var acknowledged = new ConcurrentDictionary<string, LogPosition>(StringComparer.Ordinal);
        var writing = Task.WhenAll(Enumerable.Range(1, Writers).Select(async writer =>
        {
            for (var i = 0; i < 400; i++)
            {
                try
                {
                    if (await log.AppendAsync($"source/w{writer}-{i}", -1, Events(writer, i), Cancellation) is AppendResult.Appended done)
                        acknowledged[$"source/w{writer}-{i}"] = done.Position;
                }
                catch (Exception e) when (DatabaseFailure.IsOutage(e))
                {
                    return;
                }
            }
        }));
        await WaitForAsync(() => acknowledged.Count > 50);
        await server.DieAsync();
        await writing;
        await server.StartAsync();

        var answered = acknowledged.ToDictionary();
        var repeats = await Task.WhenAll(Enumerable.Range(1, Writers).Select(async writer =>
        {
            var results = new List<(string Stream, AppendResult Result)>();
            for (var i = 0; i < 400; i++)
                results.Add(($"source/w{writer}-{i}", await UntilAnsweredAsync(() => log.AppendAsync($"source/w{writer}-{i}", -1, Events(writer, i), Cancellation))));
            return results;
        }));
        var all = repeats.SelectMany(results => results).ToDictionary(one => one.Stream, one => one.Result.ShouldBeOfType<AppendResult.Appended>().Position);
        answered.ShouldAllBe(one => all[one.Key] == one.Value);
        var logged = await EventLogContract.ReadAllAsync(log);
        logged.Count.ShouldBe(Writers * 400 * 2);
        logged.GroupBy(e => e.Stream).ShouldAllBe(stream => stream.Select(e => e.Revision).SequenceEqual(new long[] { 0, 1 }) && all[stream.Key] == stream.Last().Position);

        static NewEvent[] Events(int writer, int i) => [EventLogContract.New($"w{writer}-{i}", 1), EventLogContract.New($"w{writer}-{i}", 2)];
    }

    [Fact]
    public async Task A_run_that_an_outage_ended_has_no_event_behind_a_missing_one()
    {
        await using var server = await CreateAsync();
        var log = server.Open();
        await using var closing = (IAsyncDisposable)log;
        var run = log.BeginRun(fills: false);
        var appends = Enumerable.Range(0, 2_000).Select(i => run.AppendAsync($"source/s{i}", -1, [EventLogContract.New($"s{i}", 1)], Cancellation)).ToArray();
        await appends[40];
        await server.DieAsync();
        foreach (var append in appends)
            await append.ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);
        await server.StartAsync();

        var there = await UntilAnsweredAsync(() => EventLogContract.ReadAllAsync(log));
        there.Select(logged => logged.Stream).ShouldBe(Enumerable.Range(0, there.Count).Select(i => $"source/s{i}"));
        there.Count.ShouldBeInRange(appends.Count(append => append.IsCompletedSuccessfully), 2_000);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_let_go_at_once_and_the_log_goes_on()
    {
        await using var server = await CreateAsync();
        var log = server.Open();
        await using var closing = (IAsyncDisposable)log;
        await WriteAsync(log, 0, 3);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var end = await log.FindEndAsync(Cancellation);
        var watch = Stopwatch.StartNew();
        await Should.ThrowAsync<OperationCanceledException>(() => log.WaitAfterAsync(end, TimeSpan.FromMinutes(5), impatient.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => log.ReadAfterAsync(end, 5, impatient.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], impatient.Token));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        (await WriteAsync(log, 1, 3)).Length.ShouldBe(3);
        (await EventLogContract.ReadAllAsync(log)).Count.ShouldBe(6);
    }

    /// <summary>Appends one event after the other to one stream, each until it is answered.</summary>
    private static async Task<LogPosition[]> WriteAsync(IEventLog log, int writer, int count)
    {
        var positions = new LogPosition[count];
        for (var i = 0; i < count; i++)
        {
            var revision = i - 1;
            var added = EventLogContract.New($"w{writer}", i + 1);
            positions[i] = (await UntilAnsweredAsync(() => log.AppendAsync($"source/w{writer}", revision, [added], Cancellation))).ShouldBeOfType<AppendResult.Appended>().Position;
        }

        return positions;
    }

    private static Reading ReadAsync(ITestLogServer server, LogPosition after, CancellationToken done) => new(server.Open(), after, done);

    private static async Task<List<LogPosition>> ReadOnAsync(IEventLog log, LogPosition after)
    {
        var seen = new List<LogPosition>();
        while (await UntilAnsweredAsync(() => log.ReadAfterAsync(after, 3, Cancellation)) is { Count: > 0 } stretch)
        {
            seen.AddRange(stretch.Select(logged => logged.Position));
            after = stretch.UpTo;
        }

        return seen;
    }

    private static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception e) when (DatabaseFailure.IsOutage(e) && watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(10, Cancellation);
            }
        }
    }

    private static async Task WaitForAsync(Func<bool> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            await Task.Delay(10, Cancellation);
        }
    }

    /// <summary>A reader that reads on whatever happens.</summary>
    private sealed class Reading
    {
        private readonly ConcurrentQueue<LogPosition> _seen = new();

        public Reading(IEventLog log, LogPosition after, CancellationToken done) => Ended = Task.Run(() => RunAsync(log, after, done), Cancellation);

        public IEnumerable<LogPosition> Seen => _seen;

        public Task Ended { get; }

        private async Task RunAsync(IEventLog log, LogPosition after, CancellationToken done)
        {
            await using var closing = (IAsyncDisposable)log;
            while (!done.IsCancellationRequested)
            {
                try
                {
                    var stretch = await log.ReadAfterAsync(after, 7, done);
                    foreach (var logged in stretch)
                        _seen.Enqueue(logged.Position);
                    after = stretch.UpTo;
                    if (stretch.Count == 0)
                        await log.WaitAfterAsync(after, TimeSpan.FromMilliseconds(200), done);
                }
                catch (OperationCanceledException) when (done.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception e) when (DatabaseFailure.IsOutage(e))
                {
                    await Task.Delay(10, Cancellation);
                }
            }
        }
    }
}
