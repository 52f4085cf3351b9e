using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Access;

/// <summary>
/// An API key as its owner has it: <c>arc_ID_SECRET</c>, where ID is 16 and SECRET 64 lower-case hexadecimal digits (256 random bits). It is shown once
/// and never stored; what stands in the log is the SHA-256 of those 32 bytes, and what a person tells keys apart by is the prefix <c>arc_ID</c>.
/// </summary>
public sealed class KeySecret
{
    /// <summary>What every key begins with, so that one that got where it does not belong is found.</summary>
    public const string Mark = "arc_";

    private const int IdDigits = 16;
    private const int SecretBytes = 32;

    private readonly byte[] _secret;

    private KeySecret(string id, byte[] secret) => (Id, _secret) = (id, secret);

    /// <summary>Id of the key; no secret.</summary>
    public string Id { get; }

    /// <summary>What stands in the log: SHA-256 of the secret, lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_secret));

    /// <summary>The whole key, to be shown once.</summary>
    public string Reveal() => $"{PrefixOf(Id)}_{Convert.ToHexStringLower(_secret)}";

    /// <summary>Never the secret, wherever it is written by mistake.</summary>
    public override string ToString() => PrefixOf(Id);

    /// <summary>A new key.</summary>
    /// <param name="command">The command that issues it: repeated, it meets the same key, of which there is one then and not two.</param>
    public static KeySecret Create(Guid command) => new(IdOf(command), RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Id of the key that a command issues.</summary>
    public static string IdOf(Guid command)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"key {command:D}"));
        return BinaryPrimitives.ReadUInt64BigEndian(digest).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static string PrefixOf(string id) => Mark + id;

    public static bool IsId(string? id) => id is { Length: IdDigits } && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Reads the one form that there is.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out KeySecret? key)
    {
        key = null;
        if (text is null || text.Length != Mark.Length + IdDigits + 1 + (2 * SecretBytes) || !text.StartsWith(Mark, StringComparison.Ordinal) || text[Mark.Length + IdDigits] != '_')
            return false;
        var (id, secret) = (text.Substring(Mark.Length, IdDigits), text[^(2 * SecretBytes)..]);
        if (!IsId(id) || !secret.All(char.IsAsciiHexDigitLower))
            return false;
        key = new KeySecret(id, Convert.FromHexString(secret));
        return true;
    }
}
