using System.Text.Json.Nodes;

namespace Archive.IntegrationTests.Cli;

public sealed class ArchiveProcessTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_record_is_made_corrected_and_seen_as_it_stood()
    {
        await DoAsync("authority", "add", "xi", "--kind", "person", "--name", "Xi Jinping");
        await DoAsync("record", "open", "visit", "--title", "The visit", "--when", "2023-03-20/2023-03-22", "--zone", "Europe/Moscow");
        await DoAsync("source", "add", "tass", "--kind", "agency", "--title", "Report", "--title-supplied");
        await DoAsync("claim", "add", "visit/c1", "--kind", "arrival", "--says", "Xi lands", "--who", "xi", "--when", "2023-03-20", "--cite", "tass=\"landed\"");
        await DoAsync("claim", "correct", "visit/c1", "--says", "Xi lands at noon", "--clock", "noon", "--reason", "incomplete", "--fault", "none", "--words", "More is known");

        (await DoAsync("show", "visit")).ShouldContain("Xi lands at noon");
        (await DoAsync("show", "visit@5")).ShouldNotContain("noon");
        (await DoAsync("claim", "visit/c1")).ShouldContain("2023-03-20 noon Europe/Moscow");
        (await DoAsync("history", "visit/c1")).ShouldContain("- Xi lands\n    + Xi lands at noon");
        (await DoAsync("diff", "visit", "--from", "5")).ShouldContain("changed  visit/c1");
        (await DoAsync("trace", "visit/c1")).ShouldContain("Supported by 1 independent origin (tass)");
        (await DoAsync("rests-on", "tass")).ShouldContain("on it alone");
        (await DoAsync("records")).ShouldContain("visit");
        JsonNode.Parse(await DoAsync("status", "--json"))!["entry"]!.GetValue<long>().ShouldBe(6);
        JsonNode.Parse(await DoAsync("rebuild", "--json"))!["entries"]!.GetValue<long>().ShouldBe(6);
    }

    [Fact]
    public async Task An_export_is_the_same_in_a_pipe_and_in_a_file_and_a_file_is_whole_or_not_there()
    {
        await DoAsync("source", "add", "s", "--kind", "agency", "--title", "习近平");
        await DoAsync("record", "open", "r", "--title", "Title");
        await DoAsync("claim", "add", "r/c1", "--kind", "background", "--says", "=1+1", "--cite", "s");
        var folder = Directory.CreateTempSubdirectory("archive-export-");
        try
        {
            foreach (var format in (string[])["prov-json", "prov-jsonld", "csv", "jsonld", "annotations"])
            {
                var file = Path.Combine(folder.FullName, format);
                var answer = JsonNode.Parse(await DoAsync("export", "r", "--format", format, "--out", file, "--json"))!;
                var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
                answer["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
                // A process's output is read without the byte order mark.
                (await DoAsync("export", "r", "--format", format)).ShouldBe(System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
            }

            var missing = await ArchiveProcess.RunAsync(_database.ConnectionString, "export", "nothing", "--format", "csv", "--out", Path.Combine(folder.FullName, "missing"));
            (missing.Code, missing.Output).ShouldBe((1, ""));
            folder.GetFiles().Length.ShouldBe(5);
            var nowhere = await ArchiveProcess.RunAsync(_database.ConnectionString, "export", "r", "--format", "csv", "--out", Path.Combine(folder.FullName, "no", "folder"));
            (nowhere.Code, nowhere.Error).ShouldBe((2, nowhere.Error));
            nowhere.Error.ShouldContain("Name another file for --out.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_repeated_command_gives_the_first_receipt()
    {
        string[] words = ["authority", "add", "xi", "--kind", "person", "--name", "Xi", "--command-id", "5a0c6a0e-56a5-4d3a-8b59-35a1f4c4f0f1", "--json"];

        (await DoAsync(words)).ShouldBe(await DoAsync(words));
        JsonNode.Parse(await DoAsync("status", "--json"))!["entry"]!.GetValue<long>().ShouldBe(2, "who runs it was registered, and the authority established");
    }

    [Fact]
    public async Task What_is_refused_ends_with_1_and_an_outage_with_3()
    {
        var unknown = await ArchiveProcess.RunAsync(_database.ConnectionString, "show", "nothing");
        var invalid = await ArchiveProcess.RunAsync(_database.ConnectionString, "record", "open", "r", "--title", "\u001b[31m");
        var outage = await ArchiveProcess.RunAsync("Host=127.0.0.1;Port=1;Username=nobody;Database=none", "show", "r");

        (unknown.Code, unknown.Output).ShouldBe((1, ""));
        (invalid.Code, invalid.Output).ShouldBe((1, ""));
        invalid.Error.ShouldContain("/description/title");
        (outage.Code, outage.Output).ShouldBe((3, ""));
        outage.Error.ShouldNotContain("   at ");
    }

    private async Task<string> DoAsync(params string[] words)
    {
        var run = await ArchiveProcess.RunAsync(_database.ConnectionString, words);
        run.Code.ShouldBe(0, run.Error);
        return run.Output;
    }
}
