using System.Diagnostics;
using Archive.Domain.Sources;
using Archive.Projection;
using Archive.Sources;

namespace Archive.IntegrationTests.Crashes;

/// <summary>Processes that were started to project: which of them does, and what becomes of the others.</summary>
public sealed class TakeoverTests
{
    /// <summary>Promised to whoever runs two of them.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_projectors_one_works_and_the_other_goes_on_when_it_is_killed()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var one = new ProjectorProcess(archive.ConnectionString);
        await using var other = new ProjectorProcess(archive.ConnectionString);
        var (works, waits) = await OneWorksAsync(one, other);
        (await waits.IsAsync("waiting"))["message"]!.GetValue<string>().ShouldContain(works.Name);
        await SendAsync(archive, "first");
        await ProjectedAsync(archive, 1);
        // It says that it waits before it does.
        while (await LeaseAsync(archive) is not (1, 1) and var lease)
        {
            lease.ShouldBe((1, 0));
            await Task.Delay(10, Cancellation);
        }

        await works.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await SendAsync(archive, "second");
        await waits.IsAsync("projecting");
        await ProjectedAsync(archive, 2);

        Stopwatch.GetElapsedTime(killed).ShouldBeLessThan(Promised);
        (await LeaseAsync(archive)).ShouldBe((1, 0));
        (await waits.EndAsync()).ShouldBe(0);
        waits.State.ShouldBe("ended");
        (await archive.AskAsync(new GetStatus())).Projecting.ShouldBeFalse();
    }

    [Fact]
    public async Task A_projector_whose_connection_is_cut_makes_room_for_the_other_and_waits()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var one = new ProjectorProcess(archive.ConnectionString);
        await using var other = new ProjectorProcess(archive.ConnectionString);
        var (works, waits) = await OneWorksAsync(one, other);

        await using (var cut = archive.Database.CreateCommand($"select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and objsubid = 1 and {IsLease}"))
            (await cut.ExecuteScalarAsync(Cancellation)).ShouldBe(true);
        await waits.IsAsync("projecting");
        await works.IsAsync("waiting");
        await SendAsync(archive, "first");

        await ProjectedAsync(archive, 1);
        works.News.Select(news => news["state"]!.GetValue<string>()).ShouldBe(["started", "projecting", "away", "waiting"]);
    }

    [Fact]
    public async Task A_projector_outlives_what_stops_it_and_outages_and_says_so()
    {
        await using var home = new TestHome();
        await using var archive = await TestArchive.OverAsync(await home.Cluster.EnsureRunningAsync(Cancellation));
        await SendAsync(archive, "broken");
        await archive.Tampering.ChangeAsync("source/broken", there => there with { Type = "from-the-future.v9" });
        await using var projector = new ProjectorProcess(archive.ConnectionString);

        (await projector.IsAsync("stopped"))["code"]!.GetValue<string>().ShouldBe("event-unprojectable");
        await archive.Tampering.ChangeAsync("source/broken", there => there with { Type = "source-registered.v1" });
        (await projector.IsAsync("projecting"))["entry"]!.GetValue<long>().ShouldBe(1);
        await home.Cluster.StopAsync(Cancellation);
        await projector.IsAsync("away");
        await home.Cluster.EnsureRunningAsync(Cancellation);
        await projector.IsAsync("projecting");

        (await projector.EndAsync()).ShouldBe(0);
        projector.News.Select(news => news["state"]!.GetValue<string>()).ShouldBe(["started", "stopped", "projecting", "away", "projecting", "ended"]);
    }

    private static string IsLease => $"(classid::bigint << 32 | objid::bigint) = {ProjectorLease.LeaseLock}";

    private static async Task<(ProjectorProcess Works, ProjectorProcess Waits)> OneWorksAsync(ProjectorProcess one, ProjectorProcess other)
    {
        while (one.State != "projecting" && other.State != "projecting")
            await Task.Delay(5, Cancellation);
        var (works, waits) = one.State == "projecting" ? (one, other) : (other, one);
        await waits.IsAsync("waiting");
        return (works, waits);
    }

    /// <summary>How many sessions hold the lease, and how many wait for it.</summary>
    private static async Task<(long Held, long Waiting)> LeaseAsync(TestArchive archive)
    {
        await using var command = archive.Database.CreateCommand(
            $"""
            select count(*) filter (where granted), count(*) filter (where not granted) from pg_locks
            where locktype = 'advisory' and objsubid = 1 and {IsLease} and database = (select oid from pg_database where datname = current_database())
            """);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        await reader.ReadAsync(Cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static async Task SendAsync(TestArchive archive, string source) =>
        (await archive.SendAsync(new RegisterSource(archive.Context(), source, new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();

    /// <summary>Waits until an entry is projected, without projecting.</summary>
    private static async Task ProjectedAsync(TestArchive archive, long entry)
    {
        for (var began = Stopwatch.GetTimestamp(); (await archive.AskAsync(new GetStatus())).Entry < entry; await Task.Delay(10, Cancellation))
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }
}
