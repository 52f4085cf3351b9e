using Archive.Cli.Complaints;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Files and standard input that strangers wrote: read up to a length, whatever theirs says, so that none costs more memory than it may.</summary>
internal static class BoundedInput
{
    /// <summary>Of an item of JSON, in bytes. A proof of any tree has less than 4 KiB.</summary>
    public const int LongestItem = 64 * 1024 * 1024;

    /// <param name="file">A file, or - for standard input.</param>
    /// <param name="longest">In bytes.</param>
    /// <exception cref="UsageException">There is no such file, it cannot be read, or it is longer.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Invocation run, string file, int longest) =>
        await FindAsync(run, file, longest) ?? throw new UsageException($"{file} is longer than {longest:N0} bytes: it is not what this reads.");

    /// <returns>Null where it is longer.</returns>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>?> FindAsync(Invocation run, string file, int longest) => file == "-"
        ? UpTo(longest, await BeginningOfAsync(run.Terminal.Input, longest + 1, run.Cancellation))
        : await FindFileAsync(file, longest, run.Cancellation);

    /// <summary>The same where standard input is no file: it has a batch.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public static async Task<ReadOnlyMemory<byte>?> FindFileAsync(string path, int longest, CancellationToken cancellationToken) =>
        UpTo(longest, await BeginningOfAsync(path, longest + 1, cancellationToken));

    /// <summary>The first bytes of a file.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> BeginningOfAsync(string path, int most, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file {path}.");
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, useAsync: true);
            return await BeginningOfAsync(stream, most, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message}");
        }
    }

    private static ReadOnlyMemory<byte>? UpTo(int longest, ReadOnlyMemory<byte> bytes) => bytes.Length > longest ? null : bytes;

    private static async Task<ReadOnlyMemory<byte>> BeginningOfAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length < most && await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - bytes.Length)), cancellationToken) is > 0 and var read)
            bytes.Write(buffer, 0, read);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
