using System.Globalization;
using System.Runtime.InteropServices;

namespace Archive.Postgres;

/// <summary>The files that this process was given open by its parent; .NET closes only its own when it starts a program.</summary>
internal static class InheritedFiles
{
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;
    private const int LastStandardFile = 2;

    /// <summary>
    /// Keeps them out of the programs that are started. The server outlives the command; a pipe that it held open would keep whoever reads it waiting
    /// for ever, and a lock that it inherited would never be free.
    /// </summary>
    public static void Withhold()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var entry in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor) && descriptor > LastStandardFile)
                _ = Control(descriptor, SetDescriptorFlags, CloseOnExec);
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command, int argument);
}
