using Archive.Cli.Complaints;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Files and standard input that strangers wrote: read up to a length, so that none costs more memory than it may.</summary>
internal static class BoundedInput
{
    /// <summary>Of an item of JSON, in bytes. A proof of any tree has less than 4 KiB.</summary>
    public const int LongestItem = 64 * 1024 * 1024;

    /// <param name="file">A file, or - for standard input.</param>
    /// <param name="longest">In bytes.</param>
    /// <exception cref="UsageException">There is no such file, or it is longer.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Invocation run, string file, int longest) =>
        await FindAsync(run, file, longest) ?? throw new UsageException($"{file} is longer than {longest:N0} bytes: it is not what this reads.");

    /// <returns>Null where it is longer.</returns>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static async Task<ReadOnlyMemory<byte>?> FindAsync(Invocation run, string file, int longest)
    {
        if (file == "-")
            return await FindAsync(run.Terminal.Input, longest, run.Cancellation);
        if (!File.Exists(file))
            throw new UsageException($"There is no file {file}.");
        await using var stream = File.OpenRead(file);
        return await FindAsync(stream, longest, run.Cancellation);
    }

    /// <returns>Null where the stream is longer.</returns>
    public static async Task<ReadOnlyMemory<byte>?> FindAsync(Stream stream, int longest, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > longest)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
