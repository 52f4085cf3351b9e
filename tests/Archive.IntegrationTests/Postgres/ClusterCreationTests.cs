using Archive.Postgres;
using Npgsql;

namespace Archive.IntegrationTests.Postgres;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class ClusterCreationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Damaged_pages_are_noticed()
    {
        await using var home = new TestHome();
        await using var connection = new NpgsqlConnection(await home.Cluster.EnsureRunningAsync(Cancellation) + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("show data_checksums", connection);

        (await command.ExecuteScalarAsync(Cancellation)).ShouldBe("on");
    }

    [Fact]
    public async Task A_creation_that_was_cut_off_is_in_nobodys_way_while_it_still_writes_and_is_removed_later()
    {
        await using var home = new TestHome();
        await home.Cluster.EnsureRunningAsync(Cancellation);
        await home.Cluster.StopAsync(Cancellation);
        var postgres = Path.Combine(home.Home, "postgres");
        Directory.Delete(Path.Combine(postgres, "data"), recursive: true);
        var left = Path.Combine(postgres, "data.unfinished");
        using (new Stranger("sh", "-c", $"while :; do mkdir -p '{left}/base'; touch '{left}/PG_VERSION' '{left}/base/1'; done 2>/dev/null"))
            await home.Cluster.EnsureRunningAsync(Cancellation);

        await home.Cluster.StopAsync(Cancellation);
        Directory.Delete(Path.Combine(postgres, "data"), recursive: true);
        await home.Cluster.EnsureRunningAsync(Cancellation);

        Directory.EnumerateDirectories(postgres, "data*").ShouldBe([Path.Combine(postgres, "data")]);
    }

    [Theory]
    [InlineData("$(touch ran)")]
    [InlineData("`touch ran`")]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    public async Task A_home_that_a_shell_would_read_is_refused(string name)
    {
        await using var home = new TestHome(name);

        var failure = await Should.ThrowAsync<PostgresUnavailableException>(() => home.Cluster.EnsureRunningAsync(Cancellation));

        failure.Message.ShouldContain("ARCHIVE_HOME");
        Directory.Exists(home.Home).ShouldBeFalse();
        (await home.Cluster.StopAsync(Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_home_with_blanks_and_single_quotes_serves()
    {
        await using var home = new TestHome("мій 'архів'; & 1");

        var folder = new NpgsqlConnectionStringBuilder(await home.Cluster.EnsureRunningAsync(Cancellation)).Host!;

        await home.Cluster.StopAsync(Cancellation);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_else_can_hold_the_lock()
    {
        await using var home = new TestHome();
        await home.Cluster.EnsureRunningAsync(Cancellation);

        OperatingSystem.IsWindows().ShouldBeFalse();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(home.Home, "postgres.lock")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Root_runs_the_server_as_the_owner_of_the_data()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can run as others.");
        await using var home = new TestHome();
        var connectionString = await home.Cluster.EnsureRunningAsync(Cancellation);
        await home.Cluster.StopAsync(Cancellation);
        var postgres = Path.Combine(home.Home, "postgres");
        (await Execution.RunAsync(["chown", "-R", "nobody:nogroup", postgres], Cancellation)).Output.ShouldBe("");

        (await home.Cluster.EnsureRunningAsync(Cancellation)).ShouldBe(connectionString);

        var process = (await File.ReadAllLinesAsync(Path.Combine(postgres, "data", "postmaster.pid"), Cancellation))[0];
        (await Execution.RunAsync(["stat", "-c", "%U", $"/proc/{process}"], Cancellation)).Output.ShouldBe("nobody");
        (await home.Cluster.StopAsync(Cancellation)).ShouldBeTrue();
    }
}
