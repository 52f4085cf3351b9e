namespace Archive.Postgres;

/// <summary>Holds the lock file of a home; whoever starts or stops the cluster has it. The kernel frees it when its holder dies.</summary>
internal static class ClusterLock
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMacOS = 35;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Longer than the slowest start that another process may be at.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<FileStream> AcquireAsync(ClusterLayout layout, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return Open(layout.Lock);
            }
            catch (IOException e) when (e.HResult is WouldBlockOnLinux or WouldBlockOnMacOS)
            {
                if (time.GetElapsedTime(began) > Patience)
                    throw new PostgresUnavailableException($"Another process has been starting or stopping the archive's PostgreSQL for {Patience.TotalMinutes} minutes. See which holds {layout.Lock}, and {layout.Log}.", e);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    // Closed to others: whoever can read the file can hold its lock.
    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
