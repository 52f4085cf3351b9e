using System.Globalization;

namespace Archive.Postgres;

/// <summary>The server's first process, as <c>postmaster.pid</c> names it.</summary>
internal static class Postmaster
{
    /// <summary>Above every number that Linux gives out (4194304).</summary>
    private const string NoProcess = "99999999";

    /// <summary>
    /// Its number, or null when it does not run. After a crash the number may be another process's by now, which <c>pg_ctl stop</c> would end: a process
    /// counts only if it is called postgres and either has the data folder among its arguments or works in it.
    /// </summary>
    /// <remarks>The arguments are asked first: in a container root may be kept from seeing where another user's process works.</remarks>
    public static int? Find(ClusterLayout layout)
    {
        if (Written(layout) is not [var number, var data, ..] || Number(number) is not { } process)
            return null;
        var arguments = Read(() => File.ReadAllText($"/proc/{process}/cmdline").Split('\0'));
        return Path.GetFileName(arguments.FirstOrDefault()) is "postgres" or "postmaster" && (arguments.Contains(data, StringComparer.Ordinal) || WorksIn(process, number))
            ? process
            : null;
    }

    /// <summary>
    /// Lets go of numbers that are another process's, for PostgreSQL takes any process of its user for a running server. Call with the lock held.
    /// </summary>
    /// <remarks>
    /// Of <c>postmaster.pid</c> only the number goes; by the rest PostgreSQL notices children of a dead server that still use its memory, and
    /// refuses to start beside them. The lock file of the socket guards nothing in a folder of one server. All is done as the owner, since root
    /// must not write where others may put a link.
    /// </remarks>
    public static async Task ForgetStrangersAsync(ClusterLayout layout, ClusterOwner owner, CancellationToken cancellationToken)
    {
        // Elsewhere there is no /proc, and nothing known about any process.
        if (!OperatingSystem.IsLinux() || Find(layout) is not null)
            return;
        if (Written(layout) is [var number, ..] && Number(number) is { } process && Directory.Exists($"/proc/{process}"))
            await owner.RequireAsync("correct a stale postmaster.pid", ["sed", "-i", $"1s/.*/{NoProcess}/", layout.ProcessFile], cancellationToken);
        if (File.Exists(layout.SocketLock))
            await owner.RequireAsync("remove a stale lock file", ["rm", "-f", "--", layout.SocketLock], cancellationToken);
    }

    private static bool WorksIn(int process, string number) =>
        Read(() => File.ReadAllLines($"/proc/{process}/cwd/postmaster.pid")) is [var there, ..] && string.Equals(there, number, StringComparison.Ordinal);

    private static string[] Written(ClusterLayout layout) => Read(() => File.ReadAllLines(layout.ProcessFile));

    private static int? Number(string line) => int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;

    // The files of a process vanish at any moment, also between being opened and read.
    private static string[] Read(Func<string[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
