using System.Globalization;

namespace Archive.Backups;

/// <summary>The files of a backup. Only their owner may read them: they hold what is closed to readers, and the salts of digests.</summary>
internal static class BackupLayout
{
    public const string Manifest = "manifest.json";

    public const string Contents = "contents.ndjson.gz";

    public const string Kept = "kept.ndjson.gz";

    public const string Destructions = "destructions.ndjson.gz";

    public const string VerifierKeys = "verifier-keys.ndjson.gz";

    public const string Checkpoints = "checkpoints.ndjson.gz";

    /// <summary>The folder of the contents' bytes.</summary>
    public const string ContentFolder = "content";

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

    /// <summary>Within the backup: in one of 256 folders, for file systems do not like all in one.</summary>
    /// <param name="digest">A SHA-256 that was checked to be one: it becomes a path.</param>
    public static string ContentFile(string digest) => Path.Combine(ContentFolder, digest[..2], digest);

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode);
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode;
        return new FileStream(path, options);
    }
}
