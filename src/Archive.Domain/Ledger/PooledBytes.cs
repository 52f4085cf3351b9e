using System.Buffers;

namespace Archive.Domain.Ledger;

/// <summary>A growing run of bytes on a rented array. Not for use by two threads; dispose once, and keep no span of it past a write.</summary>
internal sealed class PooledBytes(int capacity = 1024) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The rented array itself, for a comparer, which cannot hold a span.</summary>
    public byte[] Array => _bytes;

    public void Append(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        values.CopyTo(Free(values.Length));
        Length += values.Length;
    }

    /// <summary>At least <paramref name="atLeast"/> writable bytes after what is written; <see cref="Advance"/> makes them count.</summary>
    public Span<byte> Free(int atLeast)
    {
        if (_bytes.Length - Length < atLeast) Grow(atLeast);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Truncate(int length) => Length = length;

    /// <summary>Overwrites what was written from <paramref name="start"/> on, without changing the length.</summary>
    public void Replace(int start, ReadOnlySpan<byte> values) => values.CopyTo(_bytes.AsSpan(start, Length - start));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Grow(int atLeast)
    {
        var wanted = Math.Max((long)Length + atLeast, Math.Min(2L * _bytes.Length, System.Array.MaxLength));
        var larger = ArrayPool<byte>.Shared.Rent(checked((int)wanted));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
