using System.Diagnostics;

namespace Archive.IntegrationTests.Cli;

/// <summary>The command <c>archive</c>, run as a process of its own with its output in pipes.</summary>
internal sealed record ArchiveProcess(int Code, string Output, string Error, TimeSpan Took)
{
    /// <summary>In its own folder: the tests' one lacks what the double's framework has, and a command's runtime has not.</summary>
    private static readonly string Program = FindProgram();

    public static Task<ArchiveProcess> RunAsync(string connectionString, params string[] words) => RunInAsync("ARCHIVE_POSTGRES", connectionString, words);

    /// <param name="variable">Environment variable that says where the archive is; no other does.</param>
    /// <param name="place">Its value.</param>
    /// <param name="words">What is typed.</param>
    public static Task<ArchiveProcess> RunInAsync(string variable, string place, params string[] words) => RunWithAsync(Settings(variable, place), words);

    /// <param name="settings">Environment variables that say where the archive is; no other does.</param>
    /// <param name="words">What is typed.</param>
    public static async Task<ArchiveProcess> RunWithAsync(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var watch = Stopwatch.StartNew();
        using var process = StartWith(settings, words);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new ArchiveProcess(process.ExitCode, await output, await error, watch.Elapsed);
    }

    /// <summary>Leaves it running; whoever starts it must see that its output is read and that it ends.</summary>
    public static Process Start(string connectionString, params string[] words) => StartWith(Settings("ARCHIVE_POSTGRES", connectionString), words);

    private static Dictionary<string, string> Settings(string variable, string place) =>
        new(variable == "ARCHIVE_POSTGRES" ? TestLog.VariablesOf(place) : [], StringComparer.Ordinal) { [variable] = place };

    /// <summary>The same, with settings as of <see cref="RunWithAsync"/>.</summary>
    public static Process StartWith(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Program },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ARCHIVE_POSTGRES"] = null, ["ARCHIVE_HOME"] = null, ["ARCHIVE_LEDGER_KEYS"] = null, ["ARCHIVE_EVENTSTORE"] = null, ["ARCHIVE_EVENTSTORE_PREFIX"] = null, ["ARCHIVE_ACTOR"] = null, ["ARCHIVE_KEY"] = null, ["ARCHIVE_KEY_FILE"] = null },
        };
        if (settings.TryGetValue("ARCHIVE_POSTGRES", out var database))
            start.Environment["ARCHIVE_LEDGER_KEYS"] = TestKeys.FolderOf(database);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        foreach (var word in words)
            start.ArgumentList.Add(word);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>The tests run in bin/CONFIGURATION/FRAMEWORK, and the command was built into folders of the same names.</summary>
    private static string FindProgram()
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var root = framework;
        while (!File.Exists(Path.Combine(root.FullName, "Archive.sln")))
            root = root.Parent ?? throw new InvalidOperationException($"The tests lie in no repository: {framework}.");
        return Path.Combine(root.FullName, "src", "Archive.Cli", "bin", framework.Parent!.Name, framework.Name, "Archive.Cli.dll");
    }
}
