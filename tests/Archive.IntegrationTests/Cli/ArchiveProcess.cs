using System.Diagnostics;

namespace Archive.IntegrationTests.Cli;

/// <summary>The command <c>archive</c>, run as a process of its own with its output in pipes.</summary>
internal sealed record ArchiveProcess(int Code, string Output, string Error, TimeSpan Took)
{
    /// <summary>
    /// Where the command was built. Beside the tests it lacks what these take from the framework of their server, and would not be the command that people run.
    /// </summary>
    private static readonly string Folder = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Archive.IntegrationTests"), Path.Combine("src", "Archive.Cli"), StringComparison.Ordinal);

    public static Task<ArchiveProcess> RunAsync(string connectionString, params string[] words) => RunInAsync("ARCHIVE_POSTGRES", connectionString, words);

    /// <param name="variable">Environment variable that says where the archive is; no other does.</param>
    /// <param name="place">Its value.</param>
    /// <param name="words">What is typed.</param>
    public static async Task<ArchiveProcess> RunInAsync(string variable, string place, params string[] words)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var watch = Stopwatch.StartNew();
        using var process = StartIn(variable, place, words);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new ArchiveProcess(process.ExitCode, await output, await error, watch.Elapsed);
    }

    /// <summary>Leaves it running; whoever starts it must see that its output is read and that it ends.</summary>
    public static Process Start(string connectionString, params string[] words) => StartIn("ARCHIVE_POSTGRES", connectionString, words);

    private static Process StartIn(string variable, string place, string[] words)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal) { [variable] = place };
        foreach (var (name, value) in variable == "ARCHIVE_POSTGRES" ? TestLog.VariablesOf(place) : new Dictionary<string, string>(StringComparer.Ordinal))
            variables[name] = value;
        return StartWith(variables, words);
    }

    /// <param name="variables">Environment variables that say where the archive is; no others do.</param>
    /// <param name="words">What is typed.</param>
    public static Process StartWith(IReadOnlyDictionary<string, string?> variables, string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(Folder, "Archive.Cli.dll") },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ARCHIVE_POSTGRES"] = null, ["ARCHIVE_HOME"] = null, ["ARCHIVE_EVENTSTORE"] = null, ["ARCHIVE_EVENTSTORE_PREFIX"] = null, ["ARCHIVE_ACTOR"] = "tester" },
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        foreach (var word in words)
            start.ArgumentList.Add(word);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
