using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Archive.Domain.Events;

namespace Archive.Backups;

/// <summary>Reads the lines of one file of events.</summary>
internal static class BackupLines
{
    private const int FirstBuffer = 128 * 1024;

    /// <exception cref="BackupRefusedException"><c>backup-damaged</c>, with the file and the line.</exception>
    public static IAsyncEnumerable<BackupEvent> ReadAsync(string folder, string name, CancellationToken cancellationToken) => ReadAsync<BackupEvent>(folder, name, cancellationToken);

    /// <summary>The lines of another file, each with where it stands.</summary>
    /// <exception cref="BackupRefusedException"><c>backup-damaged</c>, with the file and the line.</exception>
    public static async IAsyncEnumerable<(TLine Line, LinePlace Place)> ReadPartAsync<TLine>(string folder, BackupPart part, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TLine : class
    {
        var number = 0L;
        await foreach (var line in ReadAsync<TLine>(folder, part.Name, cancellationToken))
            yield return (line, new LinePlace(part.Name, ++number));
        if (number != part.Lines)
            throw new LinePlace(part.Name, number + 1).Damaged($"it ends after {number} lines; the manifest says {part.Lines}");
    }

    private static async IAsyncEnumerable<TLine> ReadAsync<TLine>(string folder, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TLine : class
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        var (buffer, filled, line) = (new byte[FirstBuffer], 0, 0);
        while (true)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length < BackupLayout.LongestLine ? buffer.Length * 2 : throw Damaged(name, line + 1, "it is longer than any line"));
            var read = await ReadAsync(unzipped, buffer.AsMemory(filled), name, line + 1, cancellationToken);
            if (read == 0)
                break;
            filled += read;
            var start = 0;
            for (var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n'); end >= 0; end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n'))
            {
                yield return Parse<TLine>(buffer.AsSpan(start, end), name, ++line);
                start += end + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
        }

        if (filled > 0)
            throw Damaged(name, line + 1, "it ends in the middle");
    }

    public static BackupRefusedException Damaged(string name, long line, string what) =>
        new("backup-damaged", $"{name}, line {line}: {what}. Nothing was restored from it. Take another copy of this backup, or an older one.");

    private static async Task<int> ReadAsync(GZipStream unzipped, Memory<byte> into, string name, int line, CancellationToken cancellationToken)
    {
        try
        {
            return await unzipped.ReadAsync(into, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(name, line, $"the compressed data is broken ({e.Message.TrimEnd('.')})");
        }
    }

    private static TLine Parse<TLine>(ReadOnlySpan<byte> json, string name, int line)
        where TLine : class
    {
        try
        {
            return JsonSerializer.Deserialize<TLine>(json, ArchiveJson.Options) ?? throw new JsonException("null is no line");
        }
        catch (JsonException e)
        {
            throw Damaged(name, line, $"this is no line of a backup ({e.Message.TrimEnd('.')})");
        }
    }
}
