using System.Globalization;

namespace Archive.Postgres;

/// <summary>Starts and stops the server of a cluster that exists. Call with the lock held.</summary>
internal sealed class ClusterStart(ClusterLayout layout, ClusterOwner owner, PostgresPrograms programs, TimeProvider time)
{
    /// <summary>After a kill of the server its children hold its memory until they notice; it cannot start before.</summary>
    private const int Attempts = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Execution run = new(1, "");
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await ForgetForeignProcessAsync(cancellationToken);
            // -l: with its own log the server holds none of our pipes, and a reader of ours sees their end when we are done.
            run = await ControlAsync(["start", "-w", "-t", "120", "-l", layout.Log, "-o", $"-k '{layout.SocketFolder}'"], cancellationToken);
            if (run.Succeeded)
                return;
            await Task.Delay(Pause, time, cancellationToken);
        }

        throw new PostgresUnavailableException(
            $"The archive's PostgreSQL in {layout.Folder} does not start ({run.Output}). The end of its log, {layout.Log}:\n{ServerLog.Tail(layout.Log)}");
    }

    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (!(await ControlAsync(["status"], cancellationToken)).Succeeded)
            return false;
        var run = await ControlAsync(["stop", "-m", "fast", "-w", "-t", "120"], cancellationToken);
        return run.Succeeded ? true : throw new PostgresUnavailableException(
            $"The archive's PostgreSQL in {layout.Folder} does not stop ({run.Output}). The end of its log, {layout.Log}:\n{ServerLog.Tail(layout.Log)}");
    }

    private Task<Execution> ControlAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        owner.RunAsync([programs.Control, "-D", layout.Data, "-s", .. arguments], cancellationToken);

    /// <summary>
    /// After a crash of the machine the number in <c>postmaster.pid</c> may be another process's by now, which PostgreSQL takes for a
    /// running server. The file goes only if no process at all works in the data folder, as every process of a server does.
    /// </summary>
    private async Task ForgetForeignProcessAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(layout.ProcessFile) || !OperatingSystem.IsLinux())
            return;
        var first = (await File.ReadAllLinesAsync(layout.ProcessFile, cancellationToken)).FirstOrDefault();
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var process) || !Directory.Exists($"/proc/{process}"))
            return;
        var data = (await owner.RunAsync(["realpath", layout.Data], cancellationToken)).Output;
        var folders = (await owner.RunAsync(["find", "/proc", "-maxdepth", "2", "-name", "cwd", "-printf", "%l\\n"], cancellationToken)).Output.Split('\n');
        // find itself works in "/": without that line the search did not work, and proves nothing.
        if (folders.Contains("/", StringComparer.Ordinal) && !folders.Contains(data, StringComparer.Ordinal))
            await owner.RequireAsync("remove a stale lock file", ["rm", "-f", "--", layout.ProcessFile], cancellationToken);
    }
}
