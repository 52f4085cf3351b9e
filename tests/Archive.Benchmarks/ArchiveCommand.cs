using System.Diagnostics;

namespace Archive.Benchmarks;

/// <summary>The <c>archive</c> command in a process of its own: its memory is then its own.</summary>
internal static class ArchiveCommand
{
    /// <returns>The most memory that the process had, in bytes.</returns>
    public static async Task<long> RunAsync(string connectionString, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ARCHIVE_POSTGRES"] = connectionString },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Archive.Cli.dll"));
        foreach (var word in words)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        long memory = 0;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        while (!process.WaitForExit(100))
        {
            process.Refresh();
            memory = process.HasExited ? memory : Math.Max(memory, process.WorkingSet64);
        }

        return process.ExitCode == 0 ? memory : throw new InvalidOperationException($"{await output}{await error}");
    }
}
