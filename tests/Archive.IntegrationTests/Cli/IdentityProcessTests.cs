using System.Text.Json.Nodes;

namespace Archive.IntegrationTests.Cli;

/// <summary>Who runs <c>archive</c>: on a server of somebody's own, before and after the first key, and on the private cluster.</summary>
public sealed class IdentityProcessTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_machine_s_user_is_registered_before_their_first_change_and_named_in_the_history()
    {
        await DoAsync(null, "record", "open", "visit", "--title", "The visit");
        await DoAsync(null, "record", "open", "trial", "--title", "The trial");

        var actor = JsonNode.Parse(await DoAsync(null, "actor", "list", "--json"))!["actors"]!["items"]!.AsArray().ShouldHaveSingleItem()!;
        var (id, name) = (actor["id"]!.GetValue<string>(), actor["name"]!.GetValue<string>());
        id.ShouldStartWith("local-");
        name.ShouldBe(Environment.UserName);
        (actor["role"]!.GetValue<string>(), actor["firstEntry"]!.GetValue<int>()).ShouldBe(("administrator", 1));
        (await DoAsync(null, "history", "visit")).ShouldContain($"by {id} ({name}, person)");
        (await DoAsync(null, "history", "visit")).ShouldContain("entry 2");
    }

    [Fact]
    public async Task From_the_first_key_on_everybody_needs_one_and_can_do_what_the_actor_s_role_allows()
    {
        await DoAsync(null, "record", "open", "visit", "--title", "The visit");
        await DoAsync(null, "actor", "add", "a-1", "--kind", "person", "--name", "Root", "--role", "administrator");
        await DoAsync(null, "actor", "add", "a-7", "--kind", "person", "--name", "Anna Kern", "--role", "reader", "--words", "new");
        var root = await IssueAsync(null, "a-1");
        (await RefusedAsync(null, "key-required", "show", "visit")).ShouldContain("ARCHIVE_KEY");
        await RefusedAsync(null, "key-required", "record", "open", "trial", "--title", "T");
        await RefusedAsync(null, "key-required", "rebuild");
        await RefusedAsync(null, "key-required", "backup", "/nowhere");
        (await RunAsync(null, "status", "--check")).Code.ShouldBe(0);
        (await RunAsync(null, "show", "--help")).Code.ShouldBe(0);

        var anna = await IssueAsync(root, "a-7", "--expires", "2100-01-01T00:00:00Z");
        await DoAsync(anna, "show", "visit");
        var entries = await EntriesAsync();
        (await RefusedAsync(anna, "not-permitted", "record", "open", "trial", "--title", "T")).ShouldContain("it takes the role editor or administrator");
        await RefusedAsync(anna, "not-permitted", "rebuild");
        await RefusedAsync(anna, "not-permitted", "ledger", "key", "rotate");
        await DoAsync(anna, "ledger", "checkpoint");
        await RefusedAsync(anna, "not-permitted", "key", "list");
        await RefusedAsync(anna, "not-permitted", "record", "open", "trial", "--title", "T", "--actor", "a-1");
        (await EntriesAsync()).ShouldBe(entries);

        await DoAsync(root, "actor", "role", "a-7", "editor", "--words", "trained");
        await DoAsync(anna, "record", "open", "trial", "--title", "T");
        (await DoAsync(anna, "history", "trial")).ShouldContain("by a-7 (Anna Kern, person)");
        await RefusedAsync(root, "own-role", "actor", "role", "a-1", "reader", "--words", "x");

        var listed = await DoAsync(root, "key", "list", "--actor", "a-7");
        listed.ShouldContain(anna[..20]);
        listed.ShouldNotContain(anna[^64..]);
        await DoAsync(root, "key", "revoke", anna[..20], "--words", "stolen");
        await RefusedAsync(anna, "key-refused", "show", "visit");
        await RefusedAsync("nonsense", "key-refused", "show", "visit");
    }

    [Fact]
    public async Task An_administrator_acts_as_another_and_the_history_says_through_whom()
    {
        await DoAsync(null, "actor", "add", "a-7", "--kind", "person", "--name", "Anna Kern", "--role", "editor");
        await DoAsync(null, "record", "open", "visit", "--title", "The visit", "--actor", "a-7");

        (await DoAsync(null, "history", "visit")).ShouldContain($"by a-7 (Anna Kern, person) through local-");
        (await RefusedAsync(null, "actor-unknown", "record", "open", "trial", "--title", "T", "--actor", "tester")).ShouldContain("archive actor add tester");
        var asReader = await RunWithAsync(new() { ["ARCHIVE_ACTOR"] = "a-7" }, "backup", "/nowhere");
        (asReader.Code, asReader.Output).ShouldBe((1, ""), asReader.Error);
        asReader.Error.ShouldContain("not-permitted");
    }

    [Fact]
    public async Task A_key_stands_in_a_file_and_never_in_two_places()
    {
        await DoAsync(null, "actor", "add", "a-1", "--kind", "person", "--name", "Root", "--role", "administrator");
        var key = await IssueAsync(null, "a-1");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, $"{key}\n", TestContext.Current.CancellationToken);
            (await RunWithAsync(new() { ["ARCHIVE_KEY_FILE"] = file }, "records")).Code.ShouldBe(0);
            (await RunWithAsync(new() { ["ARCHIVE_KEY_FILE"] = file, ["ARCHIVE_KEY"] = key }, "records")).Code.ShouldBe(2);
            var missing = await RunWithAsync(new() { ["ARCHIVE_KEY_FILE"] = file + "-not" }, "records");
            (missing.Code, missing.Output).ShouldBe((2, ""), missing.Error);
            (await RunWithAsync(new() { ["ARCHIVE_KEY_FILE"] = "/dev/zero" }, "records")).Error.ShouldContain("key-refused");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    [Trait(TestLog.Trait, TestLog.Marten)]
    public async Task Only_an_administrator_moves_a_log_and_auditors_may_compare()
    {
        await DoAsync(null, "actor", "add", "a-1", "--kind", "person", "--name", "Root", "--role", "administrator");
        await DoAsync(null, "actor", "add", "a-7", "--kind", "person", "--name", "Anna Kern", "--role", "editor");
        await DoAsync(null, "actor", "add", "a-8", "--kind", "person", "--name", "Bert Ott", "--role", "auditor");
        var root = await IssueAsync(null, "a-1");
        var (editor, auditor) = (await IssueAsync(root, "a-7"), await IssueAsync(root, "a-8"));
        await RefusedAsync(null, "key-required", "log", "copy", "--from", "postgres", "--to", "esdb://127.0.0.1:1?tls=false");
        await RefusedAsync(editor, "not-permitted", "log", "copy", "--from", "postgres", "--to", "esdb://127.0.0.1:1?tls=false");
        await RefusedAsync(editor, "not-permitted", "log", "compare", "--from", "postgres", "--to", "esdb://127.0.0.1:1?tls=false");
        await RefusedAsync(auditor, "not-permitted", "log", "copy", "--from", "postgres", "--to", "esdb://127.0.0.1:1?tls=false");
        (await RunAsync(auditor, "log", "compare", "--from", "postgres", "--to", "esdb://127.0.0.1:1?tls=false")).Code.ShouldBe(3, "nobody is there to be compared with");
    }

    private async Task<long> EntriesAsync() => JsonNode.Parse((await RunAsync(null, "status", "--json")).Output)!["entry"]!.GetValue<long>();

    private async Task<string> IssueAsync(string? key, string actor, params string[] more) =>
        JsonNode.Parse(await DoAsync(key, ["key", "issue", actor, "--json", .. more]))!["key"]!.GetValue<string>();

    private async Task<string> DoAsync(string? key, params string[] words)
    {
        var run = await RunAsync(key, words);
        run.Code.ShouldBe(0, run.Error);
        return run.Output;
    }

    private async Task<string> RefusedAsync(string? key, string code, params string[] words)
    {
        var run = await RunAsync(key, words);
        (run.Code, run.Output).ShouldBe((1, ""), run.Error);
        run.Error.ShouldContain($"({code})");
        return run.Error;
    }

    private Task<ArchiveProcess> RunAsync(string? key, params string[] words) => RunWithAsync(key is null ? [] : new() { ["ARCHIVE_KEY"] = key }, words);

    private Task<ArchiveProcess> RunWithAsync(Dictionary<string, string> settings, params string[] words)
    {
        foreach (var (name, value) in TestLog.VariablesOf(_database.ConnectionString))
            settings[name] = value;
        settings["ARCHIVE_POSTGRES"] = _database.ConnectionString;
        return ArchiveProcess.RunWithAsync(settings, words);
    }
}
