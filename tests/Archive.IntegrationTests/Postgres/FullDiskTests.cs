using System.Diagnostics;
using Archive.Cli.Opening;
using Archive.EventLog;
using Archive.IntegrationTests.Adversity;
using Archive.Postgres;
using Npgsql;

namespace Archive.IntegrationTests.Postgres;

/// <summary>On small disks in memory, which only root can mount.</summary>
[Trait(TestLog.Trait, TestLog.Marten)]
public sealed class FullDiskTests
{
    private const string Filling = "filling";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disk_too_small_for_a_cluster_is_named()
    {
        await using var home = new TestHome();
        await MountAsync(home.Home, "24m");
        try
        {
            var failure = await Should.ThrowAsync<PostgresUnavailableException>(() => home.Cluster.EnsureRunningAsync(Cancellation));

            failure.Message.ShouldContain("MB left");
            failure.Message.ShouldContain(home.Home);
        }
        finally
        {
            await UnmountAsync(home.Home);
        }
    }

    [Fact]
    public async Task A_disk_that_became_full_is_named_when_the_server_cannot_start()
    {
        await using var home = new TestHome();
        await MountAsync(home.Home, "300m");
        try
        {
            await home.Cluster.EnsureRunningAsync(Cancellation);
            await home.Cluster.StopAsync(Cancellation);
            await Execution.RunAsync(["dd", "if=/dev/zero", $"of={home.Home}/filling", "bs=1M"], Cancellation);

            (await Should.ThrowAsync<PostgresUnavailableException>(() => home.Cluster.EnsureRunningAsync(Cancellation))).Message.ShouldContain("MB left");

            File.Delete(Path.Combine(home.Home, "filling"));
            await home.Cluster.EnsureRunningAsync(Cancellation);
        }
        finally
        {
            await home.Cluster.StopAsync(Cancellation);
            await UnmountAsync(home.Home);
        }
    }

    /// <summary>The whole server is on it: it panics where it cannot write its log ahead, and then cannot even recover.</summary>
    [Fact]
    public async Task A_disk_that_becomes_full_under_writers_is_an_outage_and_no_corruption()
    {
        await using var home = new TestHome();
        await MountAsync(home.Home, "240m");
        try
        {
            var cluster = home.NewDurableCluster();
            await using var busy = await BusyArchive.OpenAsync(await cluster.EnsureRunningAsync(Cancellation), words: 18_000);
            await FillAsync(home.Home, leaving: 50);
            await WriteUntilFullAsync(busy);
            // Whoever types a command then is told by name what is wrong. By luck recovery may have found room.
            if (await Record.ExceptionAsync(() => cluster.EnsureRunningAsync(Cancellation)) is { } told)
                told.ShouldBeOfType<PostgresUnavailableException>().Message.ShouldContain("MB left");

            File.Delete(Path.Combine(home.Home, Filling));
            await cluster.EnsureRunningAsync(Cancellation);

            await GoesOnAsync(busy);
        }
        finally
        {
            await home.Cluster.StopAsync(CancellationToken.None);
            await UnmountAsync(home.Home);
        }
    }

    /// <summary>The database alone is on it, and the log written ahead elsewhere: the server lives and says what is wrong.</summary>
    [Fact]
    public async Task A_full_disk_of_which_PostgreSQL_tells_is_told_by_name_and_nothing_else_is_said()
    {
        await using var home = new TestHome();
        var server = await home.Cluster.EnsureRunningAsync(Cancellation);
        var disk = Path.Combine(home.Home, "disk");
        await MountAsync(disk, "80m");
        try
        {
            (await Execution.RunAsync(["chown", "--reference", Path.Combine(home.Home, "postgres", "data"), disk], Cancellation)).Output.ShouldBe("");
            await using (var connection = new NpgsqlConnection(server))
            {
                await connection.OpenAsync(Cancellation);
                foreach (var sql in (string[])[$"create tablespace small location '{disk}'", "create database small tablespace small"])
                {
                    await using var command = new NpgsqlCommand(sql, connection);
                    await command.ExecuteNonQueryAsync(Cancellation);
                }
            }

            await using var busy = await BusyArchive.OpenAsync(new NpgsqlConnectionStringBuilder(server) { Database = "small" }.ConnectionString, words: 18_000);
            await FillAsync(disk, leaving: 8);
            await WriteUntilFullAsync(busy);

            File.Delete(Path.Combine(disk, Filling));

            await GoesOnAsync(busy);
            busy.ToldWriters.Select(Outages.Explain).ShouldAllBe(told => told!.StartsWith("The database's disk is full"));
        }
        finally
        {
            await home.Cluster.StopAsync(CancellationToken.None);
            await UnmountAsync(disk);
        }
    }

    private static async Task WriteUntilFullAsync(BusyArchive busy)
    {
        busy.Begin(writers: 4, readers: 1, pause: TimeSpan.FromMilliseconds(1));
        for (var began = Stopwatch.GetTimestamp(); busy.ToldWriters.Count < 20; await Task.Delay(50, Cancellation))
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(120), $"{busy.Acknowledged} acknowledged");
    }

    private static async Task GoesOnAsync(BusyArchive busy)
    {
        await busy.GoOnAsync(20);
        await busy.EndAsync();
        await busy.CheckAsync();
        await using var placeholders = busy.Archive.Database.CreateCommand($"select count(*) from archive_log.mt_events where stream_id = '{MartenLogStore.PlaceholderStream}'");
        (await placeholders.ExecuteScalarAsync(Cancellation)).ShouldBe(0L);
    }

    private static Task FillAsync(string folder, int leaving) => Execution.RunAsync(
        ["dd", "if=/dev/zero", $"of={folder}/{Filling}", "bs=1M", $"count={(new DriveInfo(folder).AvailableFreeSpace >> 20) - leaving}"], Cancellation);

    private static async Task MountAsync(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        var run = await Execution.RunAsync(["mount", "-t", "tmpfs", "-o", $"size={size},mode=755", "tmpfs", folder], Cancellation);
        Assert.SkipUnless(run.Succeeded, $"No disk can be mounted: {run.Output}");
    }

    private static async Task UnmountAsync(string folder) =>
        (await Execution.RunAsync(["umount", "--lazy", folder], CancellationToken.None)).Output.ShouldBe("");
}
