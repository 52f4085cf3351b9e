using System.Diagnostics;
using Archive.Postgres;
using Npgsql;

namespace Archive.IntegrationTests.Postgres;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class PrivateClusterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cluster_starts_stops_and_keeps_what_it_was_given()
    {
        await using var home = new TestHome();
        (await home.Cluster.IsRunningAsync(Cancellation)).ShouldBeFalse();
        (await home.Cluster.StopAsync(Cancellation)).ShouldBeFalse();

        var connectionString = await home.Cluster.EnsureRunningAsync(Cancellation);
        await ScalarAsync(connectionString, "create table kept as select 7 as n");
        (await home.Cluster.IsRunningAsync(Cancellation)).ShouldBeTrue();
        (await home.Cluster.StopAsync(Cancellation)).ShouldBeTrue();
        (await home.Cluster.IsRunningAsync(Cancellation)).ShouldBeFalse();

        (await home.Cluster.EnsureRunningAsync(Cancellation)).ShouldBe(connectionString);
        (await ScalarAsync(connectionString, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task What_a_user_is_given_is_durable()
    {
        await using var home = new TestHome();

        var connectionString = await home.NewDurableCluster().EnsureRunningAsync(Cancellation);

        (await ScalarAsync(connectionString, "select string_agg(setting, ',') from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')")).ShouldBe("on,on,on");
    }

    [Fact]
    public async Task Several_first_starts_at_once_make_one_cluster()
    {
        await using var home = new TestHome();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => home.NewCluster().EnsureRunningAsync(Cancellation))));

        answers.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        home.Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_its_data()
    {
        await using var home = new TestHome();
        var connectionString = await home.Cluster.EnsureRunningAsync(Cancellation);
        await ScalarAsync(connectionString, "create table kept as select 7 as n");

        Kill(home);

        await home.Cluster.EnsureRunningAsync(Cancellation);
        (await ScalarAsync(connectionString, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_stale_process_number_that_is_another_process_now_does_not_keep_the_server_from_starting()
    {
        await using var home = new TestHome();
        await home.Cluster.EnsureRunningAsync(Cancellation);
        var file = ProcessFile(home);
        var lines = await File.ReadAllLinesAsync(file, Cancellation);
        await home.Cluster.StopAsync(Cancellation);
        lines[0] = $"{Environment.ProcessId}";
        await File.WriteAllLinesAsync(file, lines, Cancellation);

        await home.Cluster.EnsureRunningAsync(Cancellation);
    }

    [Fact]
    public async Task What_an_unfinished_first_start_left_is_made_anew()
    {
        await using var home = new TestHome();
        var connectionString = await home.Cluster.EnsureRunningAsync(Cancellation);
        await home.Cluster.StopAsync(Cancellation);
        Directory.Move(Path.Combine(home.Home, "postgres", "data"), Path.Combine(home.Home, "postgres", "data.unfinished"));

        await home.Cluster.EnsureRunningAsync(Cancellation);

        (await ScalarAsync(connectionString, "select 7")).ShouldBe(7);
    }

    [Fact]
    public async Task A_home_too_long_for_a_socket_serves()
    {
        await using var home = new TestHome(Path.Combine(new string('l', 90), "and, a 'comma'"));

        var connectionString = await home.Cluster.EnsureRunningAsync(Cancellation);

        var folder = new NpgsqlConnectionStringBuilder(connectionString).Host!;
        folder.ShouldStartWith("/tmp/archive-");
        OperatingSystem.IsWindows().ShouldBeFalse();
        (await home.NewCluster().EnsureRunningAsync(Cancellation)).ShouldBe(connectionString);
        await home.Cluster.StopAsync(Cancellation);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_socket_of_a_home_too_long_is_not_put_into_a_folder_that_others_can_enter()
    {
        await using var home = new TestHome(new string('l', 120));
        var folder = new NpgsqlConnectionStringBuilder(await home.Cluster.EnsureRunningAsync(Cancellation)).Host!;
        await home.Cluster.StopAsync(Cancellation);
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);

        (await Should.ThrowAsync<PostgresUnavailableException>(() => home.Cluster.EnsureRunningAsync(Cancellation))).Message.ShouldContain(folder);

        Directory.Delete(folder);
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_names_the_home_and_the_variable()
    {
        var cluster = new PrivateCluster("/proc/archive", _ => { }, TimeProvider.System);

        var failure = await Should.ThrowAsync<PostgresUnavailableException>(() => cluster.EnsureRunningAsync(Cancellation));

        failure.Message.ShouldContain("/proc/archive");
        failure.Message.ShouldContain("ARCHIVE_HOME");
    }

    [Fact]
    public async Task A_server_that_does_not_start_shows_the_end_of_its_log()
    {
        await using var home = new TestHome();
        await home.Cluster.EnsureRunningAsync(Cancellation);
        await home.Cluster.StopAsync(Cancellation);
        await File.AppendAllTextAsync(Path.Combine(home.Home, "postgres", "data", "postgresql.conf"), "no_such_setting = 1\n", Cancellation);

        (await Should.ThrowAsync<PostgresUnavailableException>(() => home.Cluster.EnsureRunningAsync(Cancellation))).Message.ShouldContain("no_such_setting");
    }

    private static string ProcessFile(TestHome home) => Path.Combine(home.Home, "postgres", "data", "postmaster.pid");

    private static void Kill(TestHome home)
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(ProcessFile(home)).First()));
        server.Kill();
        server.WaitForExit();
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
