using System.Buffers.Binary;
using System.Numerics;

namespace Archive.Packages;

/// <summary>SHA-224 (FIPS 180-4), which the runtime does not have and bags of others are made with. The archive makes nothing with it.</summary>
internal sealed class Sha224
{
    private const int BlockLength = 64;

    private static readonly uint[] Constants = [.. Primes(64).Select(prime => Fraction(Math.Cbrt(prime), prime))];

    private readonly uint[] _state = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];
    private readonly byte[] _block = new byte[BlockLength];
    private long _length;

    public void Append(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            var at = (int)(_length % BlockLength);
            var count = Math.Min(BlockLength - at, data.Length);
            data[..count].CopyTo(_block.AsSpan(at));
            _length += count;
            data = data[count..];
            if (at + count == BlockLength)
                Compress();
        }
    }

    /// <summary>The digest of everything appended; nothing can be appended any more.</summary>
    public byte[] End()
    {
        var bits = _length * 8;
        Append([0x80]);
        while (_length % BlockLength != BlockLength - sizeof(long))
            Append([0]);
        Span<byte> end = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(end, bits);
        Append(end);
        var digest = new byte[28];
        for (var i = 0; i < 7; i++)
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(i * 4), _state[i]);
        return digest;
    }

    private void Compress()
    {
        Span<uint> w = stackalloc uint[64];
        for (var t = 0; t < 16; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(t * 4));
        for (var t = 16; t < 64; t++)
        {
            var s0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ (w[t - 15] >> 3);
            var s1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ (w[t - 2] >> 10);
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }

        var (a, b, c, d, e, f, g, h) = (_state[0], _state[1], _state[2], _state[3], _state[4], _state[5], _state[6], _state[7]);
        for (var t = 0; t < 64; t++)
        {
            var t1 = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + ((e & f) ^ (~e & g)) + Constants[t] + w[t];
            var t2 = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        uint[] added = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < 8; i++)
            _state[i] += added[i];
    }

    private static IEnumerable<int> Primes(int count) =>
        Enumerable.Range(2, 400).Where(n => !Enumerable.Range(2, n - 2).Any(d => n % d == 0)).Take(count);

    /// <summary>First 32 bits of the fraction of a prime's cube root: found by its cube, exactly.</summary>
    private static uint Fraction(double near, int prime)
    {
        var root = new BigInteger(near * 4294967296.0);
        while (BigInteger.Pow(root, 3) > new BigInteger(prime) << 96)
            root--;
        while (BigInteger.Pow(root + 1, 3) <= new BigInteger(prime) << 96)
            root++;
        return (uint)(root & 0xffffffff);
    }
}
