using Archive.Postgres;

namespace Archive.IntegrationTests.Postgres;

/// <summary>On small disks in memory, which only root can mount.</summary>
public sealed class FullDiskTests
{
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

    private static async Task MountAsync(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        var run = await Execution.RunAsync(["mount", "-t", "tmpfs", "-o", $"size={size},mode=755", "tmpfs", folder], Cancellation);
        Assert.SkipUnless(run.Succeeded, $"No disk can be mounted: {run.Output}");
    }

    private static async Task UnmountAsync(string folder) =>
        (await Execution.RunAsync(["umount", "--lazy", folder], CancellationToken.None)).Output.ShouldBe("");
}
