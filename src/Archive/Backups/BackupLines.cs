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
    public static async IAsyncEnumerable<BackupEvent> ReadAsync(string folder, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        var (buffer, filled, line) = (new byte[FirstBuffer], 0, 0);
        while (true)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length < BackupLayout.LongestLine ? buffer.Length * 2 : throw Damaged(name, line + 1, "it is longer than any event"));
            var read = await ReadAsync(unzipped, buffer.AsMemory(filled), name, line + 1, cancellationToken);
            if (read == 0)
                break;
            filled += read;
            var start = 0;
            for (var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n'); end >= 0; end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n'))
            {
                yield return Parse(buffer.AsSpan(start, end), name, ++line);
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

    private static BackupEvent Parse(ReadOnlySpan<byte> json, string name, int line)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupEvent>(json, ArchiveJson.Options) ?? throw new JsonException("null is no event");
        }
        catch (JsonException e)
        {
            throw Damaged(name, line, $"this is no event of a backup ({e.Message.TrimEnd('.')})");
        }
    }
}
