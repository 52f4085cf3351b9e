using System.Buffers;
using System.Collections.Concurrent;

namespace Archive.Evidence.Audits;

/// <summary>Reads contents again and recomputes their digests; remembers only those that are not what they should be.</summary>
internal sealed class ContentCheck(IContentStore contents, IProgress<AuditProgress>? progress, long total)
{
    private const int PieceSize = 256 * 1024;

    /// <summary>The database reads one while another is digested.</summary>
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private readonly ConcurrentDictionary<string, string> _altered = new(StringComparer.Ordinal);
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What is wrong, by digest.</summary>
    public IReadOnlyDictionary<string, string> Altered => _altered;

    public Task RunAsync(IAsyncEnumerable<StoredContent> stored, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        stored, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (content, cancelled) => await CheckAsync(content.Digest, cancelled));

    private async Task CheckAsync(string digest, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            await using var stream = await contents.OpenAsync(digest, cancellationToken);
            if (stream is null)
                return;
            for (int read; (read = await stream.ReadAsync(piece, cancellationToken)) > 0;)
            {
                var done = Interlocked.Add(ref _bytes, read);
                progress?.Report(new AuditProgress(done, total));
            }
        }
        catch (ContentAlteredException altered)
        {
            _altered[digest] = altered.Message;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
