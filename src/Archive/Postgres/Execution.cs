using System.ComponentModel;
using System.Diagnostics;

namespace Archive.Postgres;

/// <summary>A program that was run to its end.</summary>
internal sealed record Execution(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static async Task<Execution> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
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
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
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
}
