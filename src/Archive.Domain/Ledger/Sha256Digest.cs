using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Archive.Domain.Ledger;

/// <summary>A SHA-256 digest (FIPS 180-4): 32 bytes, written as 64 lower-case hexadecimal digits. The default value is 32 zero bytes, the digest of nothing known.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Sha256Digest
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    private static readonly SearchValues<char> LowerCaseDigits = SearchValues.Create("0123456789abcdef");

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public Sha256Digest(ReadOnlySpan<byte> digest)
    {
        if (digest.Length != Length) throw new ArgumentException($"A SHA-256 digest is {Length} bytes, not {digest.Length}.", nameof(digest));
        _first = BinaryPrimitives.ReadUInt128BigEndian(digest);
        _second = BinaryPrimitives.ReadUInt128BigEndian(digest[16..]);
    }

    public static Sha256Digest Of(ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[Length];
        SHA256.HashData(data, digest);
        return new Sha256Digest(digest);
    }

    /// <summary>SHA-256(prefix || left || right); the prefix keeps hashes of one kind apart from those of another (RFC 9162 section 2.1.1).</summary>
    internal static Sha256Digest OfPair(byte prefix, Sha256Digest left, Sha256Digest right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Length)];
        input[0] = prefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Length)..]);
        return Of(input);
    }

    /// <exception cref="FormatException">Not 64 lower-case hexadecimal digits.</exception>
    public static Sha256Digest Parse(string hex) =>
        TryParse(hex, out var digest) ? digest : throw new FormatException($"A SHA-256 digest is written as {2 * Length} lower-case hexadecimal digits.");

    /// <summary>Strict: one form only, so that equal digests are equal texts.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex, out Sha256Digest digest)
    {
        digest = default;
        if (hex is not { Length: 2 * Length } || hex.AsSpan().ContainsAnyExcept(LowerCaseDigits)) return false;
        Span<byte> bytes = stackalloc byte[Length];
        Convert.FromHexString(hex, bytes, out _, out _);
        digest = new Sha256Digest(bytes);
        return true;
    }

    /// <exception cref="ArgumentException">Room for fewer than 32 bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Length) throw new ArgumentException($"A SHA-256 digest needs {Length} bytes.", nameof(destination));
        BinaryPrimitives.WriteUInt128BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _second);
    }

    public byte[] ToArray()
    {
        var digest = new byte[Length];
        CopyTo(digest);
        return digest;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> digest = stackalloc byte[Length];
        CopyTo(digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>Appends the 64 digits in quotes; no character of theirs needs an escape.</summary>
    internal void AppendQuoted(PooledBytes output)
    {
        Span<byte> digest = stackalloc byte[Length];
        CopyTo(digest);
        output.Append((byte)'"');
        Convert.TryToHexStringLower(digest, output.Free(2 * Length), out var written);
        output.Advance(written);
        output.Append((byte)'"');
    }
}
