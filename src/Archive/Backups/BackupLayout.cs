using System.Globalization;

namespace Archive.Backups;

/// <summary>The files of a backup. Only their owner may read them: they hold what is closed to readers, and the salts of digests.</summary>
internal static class BackupLayout
{
    public const string Manifest = "manifest.json";

    /// <summary>Behind the name of a file that is being written; what has it is never read.</summary>
    public const string Unfinished = ".unfinished";

    /// <summary>A file is closed when its lines have come to so many bytes, before compression.</summary>
    public const long FullFile = 64 * 1024 * 1024;

    /// <summary>More than any manifest of real use, and any line: an append has at most 900 KiB.</summary>
    public const int LongestManifest = 64 * 1024 * 1024;

    public const int LongestLine = 8 * 1024 * 1024;

    public const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="number">From 1.</param>
    public static string EventFile(int number) => string.Create(CultureInfo.InvariantCulture, $"events-{number:000000}.ndjson.gz");

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode;
        return new FileStream(path, options);
    }
}
