using Archive.Ledger;

namespace Archive.Publications;

/// <summary>Files that are there whole or not at all, whatever stops the process or the machine.</summary>
internal static class DurableFile
{
    /// <summary>Writes a file under a name that nobody reads, and gives it its own when its bytes are on the disk. The name itself is durable after <see cref="FlushFolder"/>.</summary>
    public static void Write(string unfinished, string path, ReadOnlySpan<byte> bytes, UnixFileMode? mode = null)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    public static void FlushFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
            PrivatePath.FlushFolder(path);
    }
}
