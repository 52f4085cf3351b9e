using System.Diagnostics;
using Archive.Commands;
using Archive.Domain.Sources;
using Archive.Postgres;
using Archive.Projection;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;
using Npgsql;

namespace Archive.IntegrationTests.Adversity;

/// <summary>The database goes away while everybody is at work, and comes back. A minute, or <c>ARCHIVE_TEST_OUTAGE_SECONDS</c>.</summary>
public sealed class AwayAndBackTests
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("ARCHIVE_TEST_OUTAGE_SECONDS"), out var seconds) ? seconds : 60);

    /// <summary>Whoever has the archive open, and its log elsewhere, needs the database only to compare the clocks once a minute.</summary>
    private static bool WritersNeedIt => !TestLog.IsOnEventStoreDb;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_it_is_away_everybody_is_told_so_and_when_it_is_back_all_go_on_by_themselves()
    {
        await using var home = new TestHome();
        await using var busy = await BusyArchive.OpenAsync(await home.Cluster.EnsureRunningAsync(Cancellation));
        busy.Begin(writers: 4, readers: 2, pause: TimeSpan.FromMilliseconds(10));
        await busy.GoOnAsync(50);

        (await home.Cluster.StopAsync(Cancellation)).ShouldBeTrue();
        await Task.Delay(Away, Cancellation);
        var acknowledged = busy.Acknowledged;
        await home.Cluster.EnsureRunningAsync(Cancellation);

        await busy.GoOnAsync(50);
        await busy.EndAsync();
        if (WritersNeedIt)
            busy.ToldWriters.Count.ShouldBeGreaterThan(3);
        busy.ToldReaders.Count.ShouldBeGreaterThan(3);
        acknowledged.ShouldBeLessThan(busy.Acknowledged);
        await busy.CheckAsync();
    }

    /// <summary>A pool keeps connections that died while nobody used them.</summary>
    [Fact]
    public async Task Who_asks_first_after_a_restart_that_nobody_noticed_is_answered()
    {
        await using var home = new TestHome();
        await using var archive = await TestArchive.OverAsync(await home.Cluster.EnsureRunningAsync(Cancellation));
        // Not projected yet: a projector would be the one who notices.
        await archive.SendAsync(new RegisterSource(archive.Context(), "before", new SourceDraft(SourceKind.Other, "T")));
        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => archive.AskAsync(new GetStatus())));
            await home.Cluster.StopAsync(Cancellation);
            await home.Cluster.EnsureRunningAsync(Cancellation);

            if (round == 0)
                (await archive.AskAsync(new ListRecords(AsOf.Latest, null, PageRequest.First))).AsOf.Entry.ShouldBe(0);
            else
                (await archive.SendAsync(new RegisterSource(archive.Context(), "after", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Receipt>.Ok>();
        }

        await archive.Host.CatchUpAsync(Cancellation);
        (await archive.AskAsync(new GetStatus())).Entry.ShouldBe(2);
    }

    /// <summary>Its processes are there and say nothing, as on a machine that swaps or a disk that hangs.</summary>
    [Fact]
    public async Task When_it_only_hangs_nobody_waits_for_ever()
    {
        await using var home = new TestHome();
        var connection = new NpgsqlConnectionStringBuilder(await home.Cluster.EnsureRunningAsync(Cancellation)) { CommandTimeout = 1, Timeout = 1 };
        await using var busy = await BusyArchive.OpenAsync(connection.ConnectionString);
        busy.Begin(writers: 3, readers: 2, pause: TimeSpan.FromMilliseconds(10));
        await busy.GoOnAsync(30);
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(home.Home, "postgres", "data", "postmaster.pid"), Cancellation))[0];

        await SignalAsync("STOP", postmaster);
        try
        {
            for (var began = Stopwatch.GetTimestamp(); (WritersNeedIt && busy.ToldWriters.IsEmpty) || busy.ToldReaders.IsEmpty; await Task.Delay(50, Cancellation))
                Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(60));
        }
        finally
        {
            await SignalAsync("CONT", postmaster);
        }

        await busy.GoOnAsync(30);
        await busy.EndAsync();
        await busy.CheckAsync();
    }

    /// <summary>To the postmaster first: then it starts no more children, and afterwards none is left behind.</summary>
    private static async Task SignalAsync(string signal, string postmaster)
    {
        (await Execution.RunAsync(["kill", $"-{signal}", postmaster], Cancellation)).Output.ShouldBe("");
        var children = (await File.ReadAllTextAsync($"/proc/{postmaster}/task/{postmaster}/children", Cancellation)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // One may have ended in between.
        await Execution.RunAsync(["kill", $"-{signal}", .. children], Cancellation);
    }
}
