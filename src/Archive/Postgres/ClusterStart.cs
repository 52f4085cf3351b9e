namespace Archive.Postgres;

/// <summary>Starts and stops the server of a cluster that exists. Call with the lock held.</summary>
internal sealed class ClusterStart(ClusterLayout layout, ClusterOwner owner, PostgresPrograms programs, TimeProvider time)
{
    /// <summary>After a kill of the server its children hold its memory until they notice; it cannot start before.</summary>
    private const int Attempts = 4;

    /// <summary>
    /// Of every cluster of the archive's, whenever it was made. Segments of the write-ahead log are removed and not used again, so that nothing of what was
    /// erased goes on lying in them; and whoever erases is told that the server is the archive's own.
    /// </summary>
    private const string Settings = $"-c wal_recycle=off -c {Evidence.DestroyedFiles.OwnServer}=on";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await Postmaster.ForgetStrangersAsync(layout, owner, cancellationToken);
            // Only what a server left behind goes away by waiting.
            var afterAnother = File.Exists(layout.ProcessFile);
            // -l: with its own log the server holds none of our pipes, and a reader of ours sees their end when we are done.
            var run = await ControlAsync(["start", "-w", "-t", "120", "-l", layout.Log, "-o", $"-k '{layout.SocketFolder}' {Settings}"], cancellationToken);
            if (run.Succeeded)
                return;
            if (!afterAnother || attempt == Attempts)
                throw NotStarted(run);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        // pg_ctl would send its signal to whatever process has the number in postmaster.pid.
        if (OperatingSystem.IsLinux() ? Postmaster.Find(layout) is null : !(await ControlAsync(["status"], cancellationToken)).Succeeded)
            return false;
        var run = await ControlAsync(["stop", "-m", "fast", "-w", "-t", "120"], cancellationToken);
        return run.Succeeded ? true : throw new PostgresUnavailableException(
            $"The archive's PostgreSQL in {layout.Folder} does not stop ({run.Output}). The end of its log, {layout.Log}:\n{ServerLog.Tail(layout.Log)}");
    }

    private Task<Execution> ControlAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        owner.RunAsync([programs.Control, "-D", layout.Data, "-s", .. arguments], cancellationToken);

    private PostgresUnavailableException NotStarted(Execution run) => new(Postmaster.Find(layout) is { } process
        ? $"The archive's PostgreSQL in {layout.Folder} runs (process {process}) and has no socket {layout.Socket}. `archive stop` ends it, and the next command starts it again."
        : $"The archive's PostgreSQL in {layout.Folder} does not start. {FreeSpace.Complaint(layout.Folder, FreeSpace.ToStart)}({run.Output}) " +
          $"The end of its log, {layout.Log}:\n{ServerLog.Tail(layout.Log)}");
}
