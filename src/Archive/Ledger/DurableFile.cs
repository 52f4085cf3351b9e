namespace Archive.Ledger;

/// <summary>Files that are there whole or not at all, whatever stops the process or the machine.</summary>
internal static class DurableFile
{
    /// <summary>Writes a file under a name that nobody reads, and gives it its own when its bytes are on the disk. The name itself is durable after <see cref="FlushFolder"/>.</summary>
    public static void Write(string unfinished, string path, ReadOnlySpan<byte> bytes)
    {
        Write(unfinished, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None }, bytes);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The same for a file that its owner alone may read, and that is never written over; its name is durable too.</summary>
    /// <exception cref="IOException">One of the two is there already.</exception>
    public static void WritePrivate(string unfinished, string path, ReadOnlySpan<byte> bytes)
    {
        // A file that is there keeps its own rights; unbuffered, so that no copy of a secret stays in memory.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Write(unfinished, options, bytes);
        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    public static void FlushFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
            PrivatePath.FlushFolder(path);
    }

    private static void Write(string path, FileStreamOptions options, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
