using System.Diagnostics;
using System.IO.Pipes;
using Npgsql;

namespace Archive.IntegrationTests.Postgres;

/// <summary>What the server's process is given, and what is done to processes that are taken for it.</summary>
[Trait(TestLog.Trait, TestLog.None)]
public sealed class ServerProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_with_the_number_of_a_killed_server_is_not_stopped_and_does_not_keep_it_from_starting()
    {
        await using var home = new TestHome();
        await home.Cluster.EnsureRunningAsync(Cancellation);
        var files = new[] { Path.Combine(home.Home, "postgres", "data", "postmaster.pid"), Path.Combine(home.Home, "postgres", "socket", ".s.PGSQL.5432.lock") };
        Kill(int.Parse((await File.ReadAllLinesAsync(files[0], Cancellation))[0]));
        using var stranger = new Stranger("sleep", "60");
        foreach (var file in files)
            await File.WriteAllLinesAsync(file, [$"{stranger.Id}", .. (await File.ReadAllLinesAsync(file, Cancellation))[1..]], Cancellation);

        (await home.Cluster.StopAsync(Cancellation)).ShouldBeFalse();
        stranger.IsAlive.ShouldBeTrue();
        await home.Cluster.EnsureRunningAsync(Cancellation);

        stranger.IsAlive.ShouldBeTrue();
        (await home.Cluster.StopAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_lost_its_socket_can_still_be_stopped()
    {
        await using var home = new TestHome();
        await home.Cluster.EnsureRunningAsync(Cancellation);
        File.Delete(Path.Combine(home.Home, "postgres", "socket", ".s.PGSQL.5432"));

        (await Should.ThrowAsync<Archive.Postgres.PostgresUnavailableException>(() => home.Cluster.EnsureRunningAsync(Cancellation))).Message.ShouldContain("archive stop");
        (await home.Cluster.StopAsync(Cancellation)).ShouldBeTrue();
        await home.Cluster.EnsureRunningAsync(Cancellation);
    }

    [Fact]
    public async Task The_server_holds_no_file_that_the_command_inherited()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        // Ends before the pipe, which a pending read keeps from closing.
        await using var home = new TestHome();
        await home.Cluster.EnsureRunningAsync(Cancellation);
        pipe.DisposeLocalCopyOfClientHandle();

        // The end of the pipe comes when nobody has its other side open.
        var read = Task.Run(() => pipe.ReadByte(), Cancellation);
        (await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(5), Cancellation)) == read).ShouldBeTrue();
    }

    [Fact]
    public async Task The_server_does_not_know_the_environment_of_the_command()
    {
        await using var home = new TestHome();
        Environment.SetEnvironmentVariable("ARCHIVE_TEST_SECRET", "xyzzy");
        var connectionString = await home.Cluster.EnsureRunningAsync(Cancellation);

        var process = int.Parse((await File.ReadAllLinesAsync(Path.Combine(home.Home, "postgres", "data", "postmaster.pid"), Cancellation))[0]);
        // Asked of the server, which may read of itself what this user may not.
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand($"select encode(pg_read_binary_file('/proc/{process}/environ'), 'escape')", connection);
        var environment = (string)(await command.ExecuteScalarAsync(Cancellation))!;

        environment.ShouldContain("PATH=");
        environment.ShouldNotContain("xyzzy");
    }

    private static void Kill(int process)
    {
        using var server = Process.GetProcessById(process);
        server.Kill();
        server.WaitForExit();
    }
}
