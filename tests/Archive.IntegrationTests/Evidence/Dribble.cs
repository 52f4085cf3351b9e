namespace Archive.IntegrationTests.Evidence;

/// <summary>A stream as pipes and sockets are: it gives as much as it likes at a time, knows no length, and may break off.</summary>
/// <param name="bytes">What it gives; null for zeros without end.</param>
/// <param name="most">At most so many bytes at a time.</param>
internal sealed class Dribble(byte[]? bytes, int most) : Stream
{
    public long Given { get; private set; }

    public long BreaksAt { get; init; } = long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Given >= BreaksAt)
            throw new IOException("The stream broke off.");
        await Task.Yield();
        var count = (int)Math.Min(Math.Min(most, buffer.Length), (bytes?.Length ?? long.MaxValue) - Given);
        if (bytes is null)
            buffer.Span[..count].Clear();
        else
            bytes.AsMemory((int)Given, count).CopyTo(buffer);
        Given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
