using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Sources;
using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

/// <summary>What every event log must do, whatever is below the port.</summary>
public abstract class EventLogContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A text that the log below refuses to keep, while the limits above the port would have refused it before.</summary>
    private protected abstract string Refused { get; }

    private protected abstract Task<ITestLog> CreateAsync();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_append_is_read_back_as_it_was()
    {
        await using var log = await CreateAsync();
        var added = New("s1", 1, text: "Заголовок 😀 \"quoted\"\n\ttab");
        var appended = (await log.Log.AppendAsync("source/s1", -1, [added], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        appended.Revision.ShouldBe(0);
        var logged = (await log.Log.ReadStreamAsync("source/s1", Cancellation)).ShouldHaveSingleItem();
        (logged.Position, logged.Id, logged.Stream, logged.Revision, logged.Type).ShouldBe((appended.Position, added.Id, "source/s1", 0, added.Type));
        EventCatalogue.Deserialize(logged.Type, logged.Data.Span).ShouldBe(added.Event);
        logged.Metadata.ShouldBe(added.Metadata with { PayloadSalt = logged.Metadata.PayloadSalt, MetadataSalt = logged.Metadata.MetadataSalt });
        logged.Metadata.PayloadSalt.ShouldBe(added.Metadata.PayloadSalt);
        logged.Metadata.MetadataSalt.ShouldBe(added.Metadata.MetadataSalt);
        (await log.Log.FindAtAsync(appended.Position, Cancellation)).ShouldNotBeNull().Id.ShouldBe(added.Id);
    }

    [Fact]
    public async Task An_append_to_a_stream_that_moved_on_is_stale_and_changes_nothing()
    {
        await using var log = await CreateAsync();
        await log.Log.AppendAsync("source/s1", -1, [New("s1", 1), New("s1", 2)], Cancellation);
        (await log.Log.AppendAsync("source/s1", -1, [New("s1", 3)], Cancellation)).ShouldBe(new AppendResult.Stale(1));
        (await log.Log.AppendAsync("source/s1", 0, [New("s1", 4)], Cancellation)).ShouldBe(new AppendResult.Stale(1));
        (await log.Log.AppendAsync("source/s1", 7, [New("s1", 5)], Cancellation)).ShouldBe(new AppendResult.Stale(1));
        (await log.Log.AppendAsync("source/none", 0, [New("none", 6)], Cancellation)).ShouldBe(new AppendResult.Stale(-1));
        (await ReadAllAsync(log.Log)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_repeat_with_the_same_ids_is_answered_as_the_first_time()
    {
        await using var log = await CreateAsync();
        NewEvent[] events = [New("s1", 1), New("s1", 2)];
        var first = await log.Log.AppendAsync("source/s1", -1, events, Cancellation);
        (await log.Log.AppendAsync("source/s1", -1, events, Cancellation)).ShouldBe(first);
        await log.Log.AppendAsync("source/s1", 1, [New("s1", 3)], Cancellation);
        (await log.Log.AppendAsync("source/s1", -1, events, Cancellation)).ShouldBe(first);
        (await log.Log.ReadStreamAsync("source/s1", Cancellation)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Sixteen_writers_on_one_stream_get_every_revision_once_and_conflicts_as_such()
    {
        await using var log = await CreateAsync();
        var appended = await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            var revisions = new List<long>();
            while (revisions.Count < 10)
            {
                var at = (await log.Log.ReadStreamAsync("source/s1", Cancellation)).Count - 1L;
                if (await log.Log.AppendAsync("source/s1", at, [New("s1", (writer * 1000) + revisions.Count + 1)], Cancellation) is AppendResult.Appended done)
                    revisions.Add(done.Revision);
            }

            return revisions;
        }));
        appended.SelectMany(revisions => revisions).Order().ShouldBe(Enumerable.Range(0, 160).Select(n => (long)n));
    }

    [Fact]
    public async Task Appends_to_many_streams_at_once_all_arrive_each_with_its_own_answer()
    {
        await using var log = await CreateAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => log.Log.AppendAsync($"source/s{i}", -1, [New($"s{i}", 1)], Cancellation)));
        var logged = (await ReadAllAsync(log.Log)).ToDictionary(e => e.Stream, e => e.Position);
        results.Select(result => result.ShouldBeOfType<AppendResult.Appended>().Position).ShouldBe(Enumerable.Range(0, 300).Select(i => logged[$"source/s{i}"]));
    }

    [Fact]
    public async Task A_run_of_appends_to_many_streams_arrives_in_the_order_of_the_calls()
    {
        await using var log = await CreateAsync();
        var run = log.Log.BeginRun(fills: false);
        var results = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => run.AppendAsync($"source/s{i}", -1, [New($"s{i}", 1)], Cancellation)));
        var positions = results.Select(result => result.ShouldBeOfType<AppendResult.Appended>().Position).ToArray();
        positions.ShouldBe(positions.Order());
        (await ReadAllAsync(log.Log)).Select(logged => logged.Position).ShouldBe(positions);
    }

    [Fact]
    public async Task A_run_of_appends_to_one_stream_keeps_its_order_and_goes_on_behind_one_that_is_stale()
    {
        await using var log = await CreateAsync();
        var run = log.Log.BeginRun(fills: false);
        var stale = run.AppendAsync("source/s", 7, [New("s", 1_000)], Cancellation);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => run.AppendAsync("source/s", i - 1, [New("s", i + 1)], Cancellation)));
        results.Select(result => result.ShouldBeOfType<AppendResult.Appended>().Revision).ShouldBe(Enumerable.Range(0, 50).Select(i => (long)i));
        (await stale).ShouldBe(new AppendResult.Stale(-1));
    }

    [Fact]
    public async Task A_reader_that_reads_on_while_sixteen_write_misses_nothing_and_sees_nothing_twice()
    {
        await using var log = await CreateAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 40; i++)
                await log.Log.AppendAsync($"source/w{writer}", i - 1, [New($"w{writer}", i + 1)], Cancellation);
        }));
        var (seen, after) = (new List<LoggedEvent>(), LogPosition.Start);
        while (seen.Count < 16 * 40)
        {
            await log.Log.WaitAfterAsync(after, TimeSpan.FromSeconds(5), Cancellation);
            var stretch = await log.Log.ReadAfterAsync(after, 50, Cancellation);
            seen.AddRange(stretch);
            after = stretch.UpTo;
        }

        await writing;
        (await ReadAllAsync(log.Log)).Select(logged => logged.Id).ShouldBe(seen.Select(logged => logged.Id));
        (await log.Log.FindEndAsync(Cancellation)).ShouldBe(seen[^1].Position);
        (await log.Log.CountAfterAsync(seen[9].Position, Cancellation)).ShouldBe(630);
    }

    [Fact]
    public async Task An_append_that_the_log_refuses_fails_alone_and_its_neighbours_arrive()
    {
        await using var log = await CreateAsync();
        var bad = log.Log.AppendAsync("source/bad", -1, [New("bad", 1, text: Refused)], Cancellation);
        var good = Task.WhenAll(Enumerable.Range(0, 20).Select(i => log.Log.AppendAsync($"source/g{i}", -1, [New($"g{i}", 1)], Cancellation)));
        await bad.ShouldThrowAsync<Exception>();
        (await good).ShouldAllBe(result => result is AppendResult.Appended);
        (await log.Log.ReadStreamAsync("source/bad", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_follows_in_a_run_one_that_the_log_refused_fails_with_it()
    {
        await using var log = await CreateAsync();
        var run = log.Log.BeginRun(fills: false);
        var first = run.AppendAsync("source/first", -1, [New("first", 1)], Cancellation);
        var lost = run.AppendAsync("source/bad", -1, [New("bad", 1, text: Refused)], Cancellation);
        var behind = Enumerable.Range(0, 20).Select(i => run.AppendAsync($"source/s{i}", -1, [New($"s{i}", 1)], Cancellation)).ToArray();
        (await first).ShouldBeOfType<AppendResult.Appended>();
        foreach (var append in behind.Prepend(lost))
            await append.ShouldThrowAsync<Exception>();
        await run.AppendAsync("source/later", -1, [New("later", 1)], Cancellation).ShouldThrowAsync<Exception>();
        (await ReadAllAsync(log.Log)).Select(e => e.Stream).ShouldBe(["source/first"]);
    }

    [Fact]
    public async Task A_run_of_more_than_fit_into_one_transaction_stands_in_the_order_of_the_calls_each_with_its_events_together()
    {
        await using var log = await CreateAsync();
        var run = log.Log.BeginRun(fills: false);
        var results = await Task.WhenAll(Enumerable.Range(0, 700).Select(i => run.AppendAsync(
            $"source/s{i}", -1, [.. Enumerable.Range(1, 1 + (i % 3)).Select(n => New($"s{i}", n))], Cancellation)));
        var logged = await ReadAllAsync(log.Log);
        logged.Select(e => (e.Stream, e.Revision)).ShouldBe(Enumerable.Range(0, 700).SelectMany(i => Enumerable.Range(0, 1 + (i % 3)).Select(n => ($"source/s{i}", (long)n))));
        results.Select(result => result.ShouldBeOfType<AppendResult.Appended>()).Select(done => (done.Revision, done.Position))
            .ShouldBe(logged.GroupBy(e => e.Stream).Select(stream => (stream.Last().Revision, stream.Last().Position)));
    }

    [Fact]
    public async Task Stale_appends_and_repeats_among_others_are_answered_and_the_others_arrive()
    {
        await using var log = await CreateAsync();
        var first = await log.Log.AppendAsync("source/old", -1, [New("old", 1)], Cancellation);
        var good = Enumerable.Range(0, 20).Select(i => log.Log.AppendAsync($"source/g{i}", -1, [New($"g{i}", 1)], Cancellation)).ToArray();
        var run = log.Log.BeginRun(fills: false);
        var stale = run.AppendAsync("source/old", 7, [New("old", 2)], Cancellation);
        var twice = (run.AppendAsync("source/t", -1, [New("t", 1)], Cancellation), run.AppendAsync("source/t", -1, [New("t", 1)], Cancellation));
        var repeat = run.AppendAsync("source/old", -1, [New("old", 1)], Cancellation);
        var rival = run.AppendAsync("source/t", -1, [New("t", 9)], Cancellation);
        (await Task.WhenAll(good)).ShouldAllBe(result => result is AppendResult.Appended);
        (await stale).ShouldBe(new AppendResult.Stale(0));
        (await repeat).ShouldBe(first);
        (await twice.Item1).ShouldBeOfType<AppendResult.Appended>().ShouldBe(await twice.Item2);
        (await rival).ShouldBe(new AppendResult.Stale(0));
        (await log.Log.CountAfterAsync(LogPosition.Start, Cancellation)).ShouldBe(22);
    }

    [Fact]
    public async Task A_caller_that_gives_up_hurts_nobody_and_finds_out_by_repeating()
    {
        await using var log = await CreateAsync();
        using var impatient = new CancellationTokenSource();
        var given = log.Log.AppendAsync("source/given-up", -1, [New("given-up", 1)], impatient.Token);
        var others = Task.WhenAll(Enumerable.Range(0, 20).Select(i => log.Log.AppendAsync($"source/o{i}", -1, [New($"o{i}", 1)], Cancellation)));
        await impatient.CancelAsync();
        try
        {
            await given;
        }
        catch (OperationCanceledException)
        {
            // It may have been faster.
        }

        (await others).ShouldAllBe(result => result is AppendResult.Appended);
        (await log.Log.AppendAsync("source/given-up", -1, [New("given-up", 1)], Cancellation)).ShouldBeOfType<AppendResult.Appended>().Revision.ShouldBe(0);
        (await log.Log.CountAfterAsync(LogPosition.Start, Cancellation)).ShouldBe(21);
    }

    [Fact]
    public async Task Streams_that_many_read_at_once_are_each_answered_whole()
    {
        await using var log = await CreateAsync();
        for (var i = 0; i < 20; i++)
            await log.Log.AppendAsync($"source/s{i}", -1, [.. Enumerable.Range(1, 1 + (i % 4)).Select(n => New($"s{i}", n))], Cancellation);
        var read = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => log.Log.ReadStreamAsync($"source/s{i % 25}", Cancellation)));
        for (var i = 0; i < read.Length; i++)
            read[i].Select(e => (e.Stream, e.Revision)).ShouldBe(i % 25 < 20 ? Enumerable.Range(0, 1 + (i % 25 % 4)).Select(n => ($"source/s{i % 25}", (long)n)) : []);
    }

    [Fact]
    public async Task Big_payloads_and_odd_names_are_kept()
    {
        await using var log = await CreateAsync();
        var big = New("big", 1, text: string.Concat(Enumerable.Repeat("Ω😀", 60_000)));
        await log.Log.AppendAsync("source/big", -1, [big], Cancellation);
        EventCatalogue.Deserialize(big.Type, (await log.Log.ReadStreamAsync("source/big", Cancellation))[0].Data.Span).ShouldBe(big.Event);
        (await log.Log.FindMissingAsync(["source/big", "source/BIG", "source/", "%", "日本"], Cancellation)).Order().ShouldBe(["%", "source/", "source/BIG", "日本"]);
    }

    [Fact]
    public async Task Streams_with_names_of_any_script_are_kept_apart_and_read_back()
    {
        await using var log = await CreateAsync();
        string[] streams = ["source/Ж", "source/ж", "source/日本", "source/עברית", "source/😀", "source/é", "source/e\u0301", "source/a b", "source/%41", "source/A"];
        foreach (var stream in streams)
            (await log.Log.AppendAsync(stream, -1, [New(stream, 1, text: stream)], Cancellation)).ShouldBeOfType<AppendResult.Appended>(stream);
        (await ReadAllAsync(log.Log)).Select(logged => logged.Stream).ShouldBe(streams);
        foreach (var stream in streams)
            (await log.Log.ReadStreamAsync(stream, Cancellation)).ShouldHaveSingleItem(stream).Stream.ShouldBe(stream);
        (await log.Log.FindMissingAsync(streams, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_append_of_nothing_is_a_bug()
    {
        await using var log = await CreateAsync();
        await Should.ThrowAsync<ArgumentException>(() => log.Log.AppendAsync("source/s", -1, [], Cancellation));
    }

    [Fact]
    public async Task Waiting_ends_when_its_time_is_up()
    {
        await using var log = await CreateAsync();
        await log.Log.WaitAfterAsync(LogPosition.Start, TimeSpan.FromMilliseconds(50), Cancellation);
        (await ReadAllAsync(log.Log)).ShouldBeEmpty();
    }

    /// <summary>Every event of the log, read on until there is none.</summary>
    internal static async Task<List<LoggedEvent>> ReadAllAsync(IEventLog log)
    {
        var (events, after) = (new List<LoggedEvent>(), LogPosition.Start);
        while (await log.ReadAfterAsync(after, 1_000, Cancellation) is { Count: > 0 } stretch)
        {
            events.AddRange(stretch);
            after = stretch.UpTo;
        }

        return events;
    }

    internal static NewEvent New(string source, int number, string text = "A title")
    {
        IArchiveEvent happened = new SourceRegistered(source, new SourceDescription(SourceKind.Agency, text, false, null, null, null, null, null, null, false, null));
        var command = EventId.NameBased(Guid.Empty, [.. System.Text.Encoding.UTF8.GetBytes(source), .. BitConverter.GetBytes(number)]);
        return new NewEvent(
            EventId.Of(command, happened.Stream, 0),
            EventCatalogue.NameOf(happened),
            happened,
            new EventMetadata(Now.AddTicks(number * 10), "tester", command, 0, 1, "f", null, command, ["authority/a", "source/z"], Salt(number), Salt(number + 1)));
    }

    private static byte[] Salt(int number) => [.. Enumerable.Range(0, 32).Select(i => (byte)(number + i))];
}
