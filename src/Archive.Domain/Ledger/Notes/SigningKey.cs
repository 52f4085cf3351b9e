using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace Archive.Domain.Ledger.Notes;

/// <summary>
/// The private half of a <see cref="VerifierKey"/>. Its file has one line, <c>PRIVATE+KEY+NAME+ID+SEED</c>, as other tools for signed notes write it: the type
/// byte and the seed (RFC 8032) in base64. Nothing but <see cref="ToFile"/> tells the seed.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private const string Beginning = "PRIVATE+KEY+";

    private readonly Key _key;

    /// <param name="name">See <see cref="KeyName"/>.</param>
    /// <param name="type">What it is to sign.</param>
    /// <param name="seed">32 random bytes.</param>
    /// <exception cref="ArgumentException">Another name or length.</exception>
    public SigningKey(string name, NoteKeyType type, ReadOnlySpan<byte> seed)
    {
        if (seed.Length != VerifierKey.KeyLength)
            throw new ArgumentException($"A seed is {VerifierKey.KeyLength} bytes, not {seed.Length}.", nameof(seed));
        _key = NSec.Cryptography.Key.Import(
            SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        Verifier = new VerifierKey(name, type, _key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The public half.</summary>
    public VerifierKey Verifier { get; }

    /// <param name="text">A key file's one line, with or without its newline.</param>
    /// <param name="key">The key.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SigningKey? key)
    {
        key = null;
        if (text?.TrimEnd('\r', '\n') is not { } line || !line.StartsWith(Beginning, StringComparison.Ordinal)
            || line[Beginning.Length..].Split('+', 3) is not [var name, { Length: 8 } id, var encoded] || !KeyName.IsValid(name))
            return false;
        Span<byte> bytes = stackalloc byte[1 + VerifierKey.KeyLength];
        if (!Convert.TryFromBase64String(encoded, bytes, out var written) || written != bytes.Length || !Enum.IsDefined((NoteKeyType)bytes[0]))
            return false;
        var read = new SigningKey(name, (NoteKeyType)bytes[0], bytes[1..]);
        if (read.Verifier.Id.ToString("x8", CultureInfo.InvariantCulture) == id)
        {
            key = read;
            return true;
        }

        read.Dispose();
        return false;
    }

    /// <summary>What goes into the key's file, which only its owner may read.</summary>
    public string ToFile() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Beginning}{Verifier.Name}+{Verifier.Id:x8}+{Convert.ToBase64String([(byte)Verifier.Type, .. _key.Export(KeyBlobFormat.RawPrivateKey)])}\n");

    /// <summary>Signs a text.</summary>
    /// <param name="text">Ends with a newline.</param>
    /// <exception cref="InvalidOperationException">The key is a witness's.</exception>
    public NoteSignature Sign(string text) => Verifier.Type == NoteKeyType.Ed25519
        ? new NoteSignature(Verifier.Name, Verifier.Id, SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(text)))
        : throw new InvalidOperationException("A witness's key signs checkpoints with the time alone.");

    /// <summary>Cosigns a checkpoint: the witness says that it is the largest consistent one it has seen at that time.</summary>
    /// <param name="text">The checkpoint's text.</param>
    /// <param name="time">When; counted in whole seconds.</param>
    /// <exception cref="InvalidOperationException">The key is no witness's.</exception>
    public NoteSignature Cosign(string text, DateTimeOffset time)
    {
        if (Verifier.Type != NoteKeyType.Cosignature)
            throw new InvalidOperationException("Only a witness's key cosigns.");
        var seconds = time.ToUnixTimeSeconds();
        var signature = new byte[sizeof(long) + SignatureAlgorithm.Ed25519.SignatureSize];
        BinaryPrimitives.WriteInt64BigEndian(signature, seconds);
        SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(VerifierKey.Cosigned(text, seconds))).CopyTo(signature, sizeof(long));
        return new NoteSignature(Verifier.Name, Verifier.Id, signature);
    }

    public void Dispose() => _key.Dispose();

    /// <summary>Never the seed.</summary>
    public override string ToString() => $"the private half of {Verifier}";
}
