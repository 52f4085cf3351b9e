using System.Diagnostics;
using System.Text.Json.Nodes;
using Archive.Dossiers;
using Archive.IntegrationTests.Cli;
using Archive.IntegrationTests.Crashes;
using Archive.Projection;

namespace Archive.IntegrationTests.LogCopies;

/// <summary>Copies and comparisons by the real command.</summary>
public sealed class LogCopyProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_moves_by_the_command_line_and_goes_on_with_the_new_settings()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 111, 10);

        var copy = await RunAsync(moving, onServer: false, "log", "copy", "--from", "postgres", "--to", "eventstoredb", "--json");
        var compare = await RunAsync(moving, onServer: false, "log", "compare", "--from", "postgres", "--to", moving.Server.ConnectionString);
        var closed = await RunAsync(moving, onServer: false, "source", "rate", "s0", "B", "--words", "why");
        var rated = await RunAsync(moving, onServer: true, "source", "rate", "s0", "B", "--words", "why");
        var differs = await RunAsync(moving, onServer: false, "log", "compare", "--from", "postgres", "--to", "eventstoredb", "--json");
        var status = await RunAsync(moving, onServer: true, "status", "--json");

        (copy.Code, copy.Error).ShouldBe((0, ""));
        var events = JsonNode.Parse(copy.Output)!["events"]!.GetValue<long>();
        (compare.Code, compare.Error).ShouldBe((0, ""));
        compare.Output.ShouldContain(JsonNode.Parse(copy.Output)!["rootHash"]!.GetValue<string>());
        (closed.Code, closed.Output).ShouldBe((1, ""));
        closed.Error.ShouldContain("log-closed");
        rated.Code.ShouldBe(0, rated.Error);
        differs.Code.ShouldBe(1);
        JsonNode.Parse(differs.Output)!["difference"]!.ShouldSatisfyAllConditions(d => d["entry"]!.GetValue<long>().ShouldBe(events + 1), d => d["member"]!.GetValue<string>().ShouldBe("event"));
        JsonNode.Parse(status.Output)!["entry"]!.GetValue<long>().ShouldBe(events + 2, "who runs it was registered, and the source rated");
    }

    [Theory]
    [InlineData("postgres", "postgres", 2, "name the same log")]
    [InlineData("postgres", "mysql", 2, "A log is named postgres, eventstoredb or a connection string")]
    [InlineData("postgres", "eventstoredb", 2, "ARCHIVE_EVENTSTORE is not set")]
    [InlineData("https://user:secret@host", "postgres", 2, "A log is named postgres, eventstoredb or a connection string")]
    [InlineData("esdb://user:se:cr@et@host", "postgres", 3, "malformed")]
    public async Task What_is_no_pair_of_logs_is_told_without_what_was_typed(string from, string to, int code, string told)
    {
        await using var database = await TestDatabase.CreateAsync();

        using var process = ArchiveProcess.StartWith(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["ARCHIVE_POSTGRES"] = database.ConnectionString }, ["log", "copy", "--from", from, "--to", to]);
        var run = await EndAsync(process);

        run.Code.ShouldBe(code, run.Error);
        run.Error.ShouldContain(told);
        run.Error.ShouldNotContain("secret");
        run.Error.ShouldNotContain("cr@et");
    }

    /// <summary>Killed while it copies, several times, and gone on with.</summary>
    [Fact]
    public async Task A_killed_copy_goes_on()
    {
        using var dossier = new GeneratedDossier(claims: 500, corrections: 700);
        await using var moving = await MovingArchive.CreateAsync();
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            (await archive.Host.Sender.Send(new ImportDossier(dossier.Path, TestArchive.Tester))).ShouldBeOfType<Outcome<ImportResult>.Ok>();
            await archive.Host.CatchUpAsync(Cancellation);
        }

        foreach (var after in (int[])[100, 600, 1_100])
            (await KillAsync(moving, after)).ShouldBeInRange(after, dossier.Events - 1);
        (await RunAsync(moving, onServer: true, "status")).Error.ShouldContain("log-copy-unfinished");
        var copy = await RunAsync(moving, onServer: false, "log", "copy", "--from", "postgres", "--to", "eventstoredb", "--json");

        copy.Code.ShouldBe(0, copy.Error);
        JsonNode.Parse(copy.Output)!["events"]!.GetValue<long>().ShouldBe(dossier.Events);
        (await moving.CompareAsync("postgres", "archive")).ShouldSatisfyAllConditions(compared => compared.Equal.ShouldBeTrue(), compared => compared.Events.ShouldBe(dossier.Events));
        await using var moved = await moving.OpenAsync("archive");
        await moved.RegisterAsync("next");
        (await moved.AskAsync(new GetStatus())).Entry.ShouldBe(dossier.Events + 1);
    }

    /// <returns>How many events the new log had when the process was dead.</returns>
    private static async Task<long> KillAsync(MovingArchive moving, long after)
    {
        using var process = Start(moving, onServer: false, "log", "copy", "--from", "postgres", "--to", "eventstoredb");
        while (await moving.CountAsync("archive") < after)
        {
            process.HasExited.ShouldBeFalse(await (process.HasExited ? process.StandardError.ReadToEndAsync(Cancellation) : Task.FromResult("")));
            await Task.Delay(5, Cancellation);
        }

        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        return await moving.CountAsync("archive");
    }

    private static async Task<ArchiveProcess> RunAsync(MovingArchive moving, bool onServer, params string[] words)
    {
        using var process = Start(moving, onServer, words);
        return await EndAsync(process);
    }

    private static async Task<ArchiveProcess> EndAsync(Process process)
    {
        var (watch, output, error) = (Stopwatch.StartNew(), process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        return new ArchiveProcess(process.ExitCode, await output, await error, watch.Elapsed);
    }

    /// <param name="onServer">Whether the settings name the log on the server for everything; else only those verbs have it that name two.</param>
    private static Process Start(MovingArchive moving, bool onServer, params string[] words) => ArchiveProcess.StartWith(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ARCHIVE_POSTGRES"] = moving.ConnectionString,
            ["ARCHIVE_EVENTSTORE"] = onServer || words[0] == "log" ? moving.Server.ConnectionString : "",
            ["ARCHIVE_EVENTSTORE_PREFIX"] = "archive",
        },
        words);
}
