using System.ComponentModel;
using System.Diagnostics;

namespace Archive.Postgres;

/// <summary>A program that was run to its end.</summary>
internal sealed record Execution(int ExitCode, string Output)
{
    /// <summary>
    /// All that programs see of the environment. A server that runs for months must not hold a command's secrets, and PGDATA, PGPORT and the like
    /// would change what PostgreSQL's programs do.
    /// </summary>
    private static readonly string[] Kept = ["PATH", "LD_LIBRARY_PATH", "TZ"];

    public bool Succeeded => ExitCode == 0;

    /// <param name="command">Program and arguments; no shell reads them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="endsWithWait">Whether the program ends too; not one whose work others may be using by then.</param>
    public static async Task<Execution> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken, bool endsWithWait = false)
    {
        // In "/", since the server's user may be unable to enter the current folder.
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(Kept, StringComparer.Ordinal).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        InheritedFiles.Withhold();
        try
        {
            using var process = Process.Start(start)!;
            await using var ending = cancellationToken.Register(() => End(process, endsWithWait));
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, (await output + await errors).Trim());
        }
        catch (Win32Exception e)
        {
            return new(127, $"{command[0]}: {e.Message}");
        }
    }

    private static void End(Process process, bool isWanted)
    {
        if (isWanted && !process.HasExited)
            process.Kill(entireProcessTree: true);
    }
}
