using System.Diagnostics;
using Archive.IntegrationTests.Cli;
using Archive.Postgres;

namespace Archive.IntegrationTests.LogErasures;

/// <summary>What was erased is nowhere in the files of the archive's own cluster, by the real command.</summary>
public sealed class ServerFilesTests
{
    /// <summary>Longer than what compression could break, and than what a page could cut.</summary>
    private const string Word = "Canarienvogel-8QzK2-im-Bergwerk-7Yt4";

    [Fact]
    public async Task Nothing_of_what_was_erased_is_in_the_databases_files()
    {
        await using var home = new TestHome();
        await RunAsync(home, "record", "open", "birds", "--title", "Birds");
        await RunAsync(home, "source", "add", "cage", "--kind", "agency", "--title", $"{Word} sings", "--publisher", "TASS");
        await RunAsync(home, "claim", "add", "birds/c1", "--kind", "background", "--says", $"It was {Word}", "--cite", "cage");
        await RunAsync(home, "rebuild");
        await using (var source = Npgsql.NpgsqlDataSource.Create(await home.Cluster.EnsureRunningAsync(TestContext.Current.CancellationToken)))
        await using (var analyze = source.CreateCommand("analyze; checkpoint"))
            await analyze.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await FilesWithAsync(home)).ShouldNotBeEmpty();

        var kept = await RunAsync(home, "log", "erase", "3", "4", "--into", "postgres", "--reason", "personal-data", "--reference", "GDPR 17");
        var withOld = await FilesWithAsync(home);
        var erased = await RunAsync(home, "log", "erase", "3", "4", "--into", "postgres", "--reason", "personal-data", "--reference", "GDPR 17", "--destroy-old");

        kept.ShouldContain("--destroy-old");
        withOld.ShouldNotBeEmpty();
        erased.ShouldContain("destroyed");
        (await FilesWithAsync(home)).ShouldBeEmpty();
        var shown = await RunAsync(home, "show", "birds");
        shown.ShouldContain("[erased]");
        shown.ShouldContain("in part erased");
        (await RunAsync(home, "history", "birds/c1")).ShouldContain("erased: personal-data, GDPR 17");
        (await RunAsync(home, "trace", "birds/c1")).ShouldContain("erased: personal-data, GDPR 17");
        (await RunAsync(home, "diff", "birds", "--from", "3", "--to", "4")).ShouldContain("[erased]");
        await RunAsync(home, "source", "rate", "cage", "B");
    }

    /// <summary>By a reader that knows nothing of PostgreSQL; the cluster may be another user's.</summary>
    private static async Task<string> FilesWithAsync(TestHome home)
    {
        using var grep = Process.Start(new ProcessStartInfo("grep") { ArgumentList = { "-rla", Word, home.Home }, RedirectStandardOutput = true, UseShellExecute = false })!;
        var found = await grep.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await grep.WaitForExitAsync(TestContext.Current.CancellationToken);
        return found;
    }

    private static async Task<string> RunAsync(TestHome home, params string[] words)
    {
        await home.Cluster.EnsureRunningAsync(TestContext.Current.CancellationToken);
        var run = await ArchiveProcess.RunWithAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["ARCHIVE_HOME"] = home.Home, ["ARCHIVE_ACTOR"] = "" }, words);
        run.Code.ShouldBe(0, $"{string.Join(' ', words)}: {run.Error}");
        return run.Output;
    }
}
