using System.Data;
using System.Security.Cryptography;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Reads a content's chunks in their order, from one statement: whoever puts or takes the same bytes meanwhile is not seen. Checks length and digest at the end.
/// </summary>
internal sealed class ChunkStream : Stream
{
    private const string ReadSql =
        $"""
        select content.length, chunk.bytes from {ContentTables.Contents} content left join {ContentTables.Chunks} chunk on chunk.content = content.number
        where content.digest = $1 order by chunk.number
        """;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly NpgsqlCommand _command;
    private readonly NpgsqlDataReader _reader;
    private readonly string _digest;
    private Stream? _chunk;
    private bool _ended;
    private bool _closed;
    private long _read;

    private ChunkStream(NpgsqlCommand command, NpgsqlDataReader reader, string digest, long length)
    {
        (_command, _reader, _digest, Length) = (command, reader, digest, length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>In bytes, as it was when they were put there.</summary>
    public override long Length { get; }

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException("A content is read forwards.");
    }

    public static async Task<Stream?> OpenAsync(NpgsqlDataSource database, string digest, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var command = new NpgsqlCommand(ReadSql, connection) { Parameters = { new() { Value = digest } } };
            var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.CloseConnection, cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
            {
                await reader.DisposeAsync();
                return null;
            }

            var opened = new ChunkStream(command, reader, digest, reader.GetInt64(0));
            await opened.OpenChunkAsync(cancellationToken);
            return opened;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="ContentAlteredException">The end is reached, and what was read is not what was put there.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0)
            return 0;
        while (!_ended)
        {
            var read = _chunk is null ? 0 : await _chunk.ReadAsync(buffer, cancellationToken);
            if (read > 0)
            {
                _hash.AppendData(buffer.Span[..read]);
                _read += read;
                return read;
            }

            await NextAsync(cancellationToken);
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A content is read forwards.");

    public override void SetLength(long value) => throw new NotSupportedException("A content is never changed.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A content is never changed.");

    public override async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        _hash.Dispose();
        if (!_ended)
            await CancelAsync();
        await _reader.DisposeAsync();
        // Which calls the synchronous one, and that this one again.
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
            DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private async Task NextAsync(CancellationToken cancellationToken)
    {
        if (await _reader.ReadAsync(cancellationToken))
        {
            await OpenChunkAsync(cancellationToken);
            return;
        }

        _ended = true;
        if (_read != Length)
            throw new ContentAlteredException(_digest, $"it has {_read:N0} bytes, not {Length:N0}.");
        var found = Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (found != _digest)
            throw new ContentAlteredException(_digest, $"the digest of its bytes is {found}.");
    }

    private async Task OpenChunkAsync(CancellationToken cancellationToken) =>
        _chunk = await _reader.IsDBNullAsync(1, cancellationToken) ? null : await _reader.GetStreamAsync(1, cancellationToken);

    /// <summary>Ends the statement, so that what was not asked for is not sent all the same.</summary>
    private async Task CancelAsync()
    {
        _ended = true;
        await Task.Run(_command.Cancel);
    }
}
