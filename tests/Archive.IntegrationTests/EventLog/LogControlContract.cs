using System.Collections.Concurrent;
using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

/// <summary>What every event log must do where it is closed, and where it is filled.</summary>
public abstract class LogControlContract
{
    private static readonly LogClosure Closure = new(new Guid("0d8f2a3b-1111-4222-8333-444455556666"), "another place", new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<ITestLog> CreateAsync();

    [Fact]
    public async Task A_log_that_is_closed_while_sixteen_write_has_what_it_acknowledged_and_nothing_else_ever()
    {
        await using var log = await CreateAsync();
        var appended = new ConcurrentBag<LogPosition>();
        var refused = new ConcurrentBag<string>();
        var writing = Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                var result = await log.Log.AppendAsync($"source/w{writer}-{i}", -1, [EventLogContract.New($"w{writer}-{i}", 1)], Cancellation);
                if (result is not AppendResult.Appended done)
                {
                    result.ShouldBeOfType<AppendResult.Shut>().Refusal.Code.ShouldBe("log-closed");
                    refused.Add($"source/w{writer}-{i}");
                    return;
                }

                appended.Add(done.Position);
            }
        }));
        while (appended.Count < 100)
            await Task.Delay(5, Cancellation);
        await log.Log.Control.CloseAsync(Closure, Cancellation);
        await writing;

        refused.Count.ShouldBe(16);
        (await EventLogContract.ReadAllAsync(log.Log)).Select(logged => logged.Position).ShouldBe(appended.Order());
        (await log.Log.FindEndAsync(Cancellation)).ShouldBe(appended.Max());
        (await log.Log.CountAfterAsync(LogPosition.Start, Cancellation)).ShouldBe(appended.Count);
        foreach (var stream in refused)
            (await log.Log.ReadStreamAsync(stream, Cancellation)).ShouldBeEmpty();
        (await log.Log.Control.FindAsync(Cancellation)).ShouldNotBeNull().Closed.ShouldBe(Closure);
    }

    [Fact]
    public async Task A_closed_log_answers_what_it_took_and_takes_nothing_more_and_stays_closed()
    {
        await using var log = await CreateAsync();
        var first = await log.Log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation);
        await log.Log.Control.CloseAsync(Closure, Cancellation);
        await log.Log.Control.CloseAsync(Closure with { Place = "elsewhere" }, Cancellation);
        (await log.Log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation)).ShouldBe(first);
        (await log.Log.AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation)).ShouldBe(new AppendResult.Shut(Closure.ToRefusal()));
        (await log.Log.BeginRun(fills: true).AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation)).ShouldBe(new AppendResult.Shut(Closure.ToRefusal()));
        (await log.Log.ReadStreamAsync("source/s", Cancellation)).Count.ShouldBe(1);
        (await log.Log.Control.FindAsync(Cancellation)).ShouldNotBeNull().Closed.ShouldBe(Closure);
        (await log.Log.Control.OpenAsync("another/name", Cancellation)).Identity.Name.ShouldBe("archive.test/log");
    }

    [Fact]
    public async Task A_log_that_is_being_filled_takes_what_fills_it_and_nothing_else_until_it_is_whole()
    {
        await using var log = await CreateAsync();
        var identity = new LogIdentity(LogIdentity.NewId(), "archive.test/copied", [new LogPredecessor("archive.test/old", 7, new string('a', 64))]);
        var filling = log.Log.BeginRun(fills: true);
        (await filling.AppendAsync("source/early", -1, [EventLogContract.New("early", 1)], Cancellation)).ShouldBeOfType<AppendResult.Shut>().Refusal.Code.ShouldBe("log-not-filling");
        await log.Log.Control.BeginFillingAsync(identity, LogState.CopyOf(Closure.Successor), Cancellation);
        (await log.Log.AppendAsync("source/other", -1, [EventLogContract.New("other", 1)], Cancellation)).ShouldBeOfType<AppendResult.Shut>().Refusal.Code.ShouldBe("log-copy-unfinished");
        (await filling.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        (await log.Log.Control.FindAsync(Cancellation)).ShouldBe(new LogState(identity, LogState.CopyOf(Closure.Successor), null));

        await log.Log.Control.EndFillingAsync(Cancellation);
        (await log.Log.IdentifyAsync(Cancellation)).ShouldBe(identity);
        (await log.Log.AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        (await filling.AppendAsync("source/late", -1, [EventLogContract.New("late", 1)], Cancellation)).ShouldBeOfType<AppendResult.Shut>().Refusal.Code.ShouldBe("log-not-filling");
    }
}
