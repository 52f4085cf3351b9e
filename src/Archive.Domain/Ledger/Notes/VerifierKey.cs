using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Archive.Domain.Ledger.Notes;

/// <summary>
/// A public key with its name, by which signatures are checked (C2SP signed-note). Written <c>NAME+ID+KEY</c>: the id in eight hexadecimal digits, the type
/// byte and the key in base64.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    /// <summary>In bytes.</summary>
    public const int KeyLength = 32;

    private readonly byte[] _key;

    /// <param name="name">See <see cref="KeyName"/>.</param>
    /// <param name="type">What it signs.</param>
    /// <param name="key">Ed25519 (RFC 8032), 32 bytes.</param>
    /// <exception cref="ArgumentException">Another name or length.</exception>
    public VerifierKey(string name, NoteKeyType type, ReadOnlySpan<byte> key)
    {
        if (!KeyName.IsValid(name))
            throw new ArgumentException($"'{name}' cannot be the name of a key.", nameof(name));
        if (key.Length != KeyLength)
            throw new ArgumentException($"An Ed25519 key is {KeyLength} bytes, not {key.Length}.", nameof(key));
        (Name, Type, _key) = (name, type, key.ToArray());
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. key]));
    }

    public string Name { get; }

    public NoteKeyType Type { get; }

    /// <summary>First four bytes of SHA-256(name || 0x0A || type || key), big-endian.</summary>
    public uint Id { get; }

    public ReadOnlyMemory<byte> Key => _key;

    /// <summary>Strict: the id must be that of name and key, and there is one way to write each key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        if (text?.Split('+', 3) is not [var name, { Length: 8 } id, var encoded] || !KeyName.IsValid(name))
            return false;
        Span<byte> bytes = stackalloc byte[1 + KeyLength];
        if (!Convert.TryFromBase64String(encoded, bytes, out var written) || written != bytes.Length || !Enum.IsDefined((NoteKeyType)bytes[0]))
            return false;
        key = new VerifierKey(name, (NoteKeyType)bytes[0], bytes[1..]);
        if (key.ToString() == text)
            return true;
        key = null;
        return false;
    }

    /// <exception cref="FormatException">Not the form of a verifier key.</exception>
    public static VerifierKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException("A verifier key is NAME+ID+KEY, as 'archive ledger key' prints it.");

    /// <summary>Whether a signature is this key's, of this text.</summary>
    /// <param name="text">The note's text with its final newline.</param>
    /// <param name="signature">Behind the key id: 64 bytes, of a cosignature 72.</param>
    public bool Verifies(string text, ReadOnlySpan<byte> signature)
    {
        if (Type == NoteKeyType.Cosignature)
        {
            if (signature.Length < sizeof(long) || BinaryPrimitives.ReadInt64BigEndian(signature) is not (>= 0 and var time))
                return false;
            text = Cosigned(text, time);
            signature = signature[sizeof(long)..];
        }

        return signature.Length == SignatureAlgorithm.Ed25519.SignatureSize
            && PublicKey.TryImport(SignatureAlgorithm.Ed25519, _key, KeyBlobFormat.RawPublicKey, out var key) && key is not null
            && SignatureAlgorithm.Ed25519.Verify(key, Encoding.UTF8.GetBytes(text), signature);
    }

    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    public override int GetHashCode() => HashCode.Combine(Name, Id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Type, .. _key])}");

    /// <summary>What a witness signs.</summary>
    /// <param name="text">The checkpoint's text.</param>
    /// <param name="time">Seconds since 1970.</param>
    internal static string Cosigned(string text, long time) => string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}");
}
