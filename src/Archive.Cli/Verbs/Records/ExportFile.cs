using Archive.Cli.Complaints;

namespace Archive.Cli.Verbs.Records;

/// <summary>A file that is there whole or not at all: it is written beside its place, and put there at the end.</summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly FileStream _stream;

    private ExportFile(string path, string unfinished, FileStream stream) => (_path, _unfinished, _stream) = (path, unfinished, stream);

    public Stream Stream => _stream;

    public static ExportFile Begin(string path)
    {
        if (Directory.Exists(path))
            throw new UsageException($"'{path}' is a folder. Name a file for --out.");
        var unfinished = path + ".unfinished";
        try
        {
            return new ExportFile(path, unfinished, new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 81_920, useAsync: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{path}' cannot be written: {e.Message} Name another file for --out.");
        }
    }

    /// <summary>Writes a file at once.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var file = Begin(path);
        await file.Stream.WriteAsync(bytes, cancellationToken);
        await file.FinishAsync();
    }

    /// <summary>Puts the file in its place; what was there before is replaced.</summary>
    public async Task FinishAsync()
    {
        await _stream.FlushAsync();
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync();
        File.Move(_unfinished, _path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        File.Delete(_unfinished);
    }
}
