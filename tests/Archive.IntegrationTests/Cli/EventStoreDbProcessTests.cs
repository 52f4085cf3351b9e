using System.Text.Json.Nodes;
using Archive.IntegrationTests.EventStoreDb;
using Npgsql;

namespace Archive.IntegrationTests.Cli;

/// <summary>What the command says where its event log is on EventStoreDB, and is away, or is not what the settings say.</summary>
[Trait(TestLog.Trait, TestLog.None)]
public sealed class EventStoreDbProcessTests : IAsyncLifetime
{
    private const string Password = "sesame-7319";

    private EventStoreDouble _server = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EventStoreDouble.StartAsync(new EventStoreDoubleOptions { Tls = true, Users = [new DoubleUser("archive", Password)] });
        _database = await TestDatabase.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task While_it_is_away_changes_end_with_3_and_questions_are_answered_with_a_notice()
    {
        (await RunAsync("record", "open", "visit", "--title", "The visit")).Code.ShouldBe(0);
        await _server.StopAsync();

        var change = await RunAsync("record", "open", "trial", "--title", "The trial");
        (change.Code, change.Output).ShouldBe((3, ""), change.Error);
        change.Error.ShouldContain("The event log is out of reach (EventStoreDB at 127.0.0.1");
        var question = await RunAsync("show", "visit");
        question.Code.ShouldBe(0, question.Error);
        question.Output.ShouldContain("The visit");
        question.Error.ShouldContain("Answers are as of entry 2: The event log is out of reach");
        var status = await RunAsync("status", "--check", "--json");
        status.Code.ShouldBe(3, status.Error);
        var said = JsonNode.Parse(status.Output)!;
        said["problems"]![0]!["code"]!.GetValue<string>().ShouldBe("log-away");
        (said["ready"]!.GetValue<bool>(), said["lag"]).ShouldBe((false, null));
        new[] { change, question, status }.ShouldAllBe(run => !(run.Output + run.Error).Contains(Password));

        await _server.StartAgainAsync();
        (await RunAsync("record", "open", "trial", "--title", "The trial")).Code.ShouldBe(0);
        (await RunAsync("show", "visit")).Error.ShouldBe("");
        (await RunAsync("status", "--check")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_new_archive_is_not_made_without_it_and_nothing_is_left_in_the_database()
    {
        await _server.StopAsync();

        var run = await RunAsync("status");

        (run.Code, run.Output).ShouldBe((3, ""), run.Error);
        run.Error.ShouldContain("The event log is out of reach");
        (await SchemasAsync()).ShouldBe(0);
        await _server.StartAgainAsync();
        (await RunAsync("status", "--check")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_password_is_told_without_any_password()
    {
        var run = await RunOnAsync(_server.ConnectionString.Replace(Password, "open-4242", StringComparison.Ordinal), "archive", "status");

        (run.Code, run.Output).ShouldBe((3, ""), run.Error);
        run.Error.ShouldContain("does not know the archive's user, or its password is another");
        run.Error.ShouldNotContain("open-4242");
    }

    [Theory]
    [InlineData("esdb//archive:sesame-7319@db.example.org", "archive", "cannot be read")]
    [InlineData("esdb://archive:sesame:7319@db.example.org", "archive", "malformed credentials")]
    [InlineData("esdb://db.example.org?nodePreference=follower", "archive", "nodePreference")]
    [InlineData("esdb://db.example.org?tls=false", "Archive:", "no prefix")]
    public async Task Settings_that_are_malformed_are_told_by_name_without_any_password(string eventStore, string prefix, string said)
    {
        var run = await RunOnAsync(eventStore, prefix, "status");

        (run.Code, run.Output).ShouldBe((3, ""), run.Error);
        run.Error.ShouldContain("ARCHIVE_EVENTSTORE");
        run.Error.ShouldContain(said);
        run.Error.ShouldNotContain("7319");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Read_models_whose_log_is_not_at_the_prefix_are_opened_for_nothing()
    {
        (await RunAsync("record", "open", "visit", "--title", "The visit")).Code.ShouldBe(0);

        var run = await RunOnAsync(_server.ConnectionString, "elsewhere", "show", "visit");

        (run.Code, run.Output).ShouldBe((1, ""), run.Error);
        run.Error.ShouldContain("log-missing");
        _server.Log.Events.ShouldNotContain(there => there.Stream.StartsWith("elsewhere:"));
        (await RunAsync("show", "visit")).Code.ShouldBe(0);
    }

    private Task<ArchiveProcess> RunAsync(params string[] words) => RunOnAsync(_server.ConnectionString, "archive", words);

    private Task<ArchiveProcess> RunOnAsync(string eventStore, string prefix, params string[] words) => ArchiveProcess.RunWithAsync(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ARCHIVE_POSTGRES"] = _database.ConnectionString,
            ["ARCHIVE_EVENTSTORE"] = eventStore,
            ["ARCHIVE_EVENTSTORE_PREFIX"] = prefix,
        },
        words);

    private async Task<long> SchemasAsync()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from information_schema.schemata where schema_name ~ '^archive'", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
