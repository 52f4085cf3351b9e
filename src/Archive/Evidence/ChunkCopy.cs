using System.Buffers;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace Archive.Evidence;

/// <summary>Writes a stream into chunks by one binary COPY, and finds its digest on the way. One chunk is in memory at a time.</summary>
internal static class ChunkCopy
{
    private const string CopySql = $"copy {ContentTables.Chunks} (content, number, bytes) from stdin (format binary)";

    /// <returns>What was written, or null where there were more bytes than the limit; the transaction is then to be rolled back.</returns>
    public static async Task<StoredContent?> WriteAsync(
        NpgsqlConnection connection, long content, Stream bytes, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ContentTables.ChunkSize);
        try
        {
            // Disposed of without an end, it takes back what it wrote.
            await using var copy = await connection.BeginBinaryImportAsync(CopySql, cancellationToken);
            var length = 0L;
            for (var number = 0; ; number++)
            {
                var read = await bytes.ReadAtLeastAsync(chunk.AsMemory(0, ContentTables.ChunkSize), ContentTables.ChunkSize, throwOnEndOfStream: false, cancellationToken);
                if (read == 0)
                    break;
                if ((length += read) > limit)
                    return null;
                hash.AppendData(chunk, 0, read);
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(content, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(new ArraySegment<byte>(chunk, 0, read), NpgsqlDbType.Bytea, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
            return new StoredContent(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
    }
}
