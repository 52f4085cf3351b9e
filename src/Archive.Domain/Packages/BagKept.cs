using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;

namespace Archive.Domain.Packages;

/// <summary>A line of kept words in a package: canonical JSON of their content, their salt, and the digest that events name them by.</summary>
/// <param name="Content">Any JSON.</param>
/// <param name="Digest">Lower-case hex of SHA-256(salt || JCS(content)).</param>
/// <param name="Salt">32 bytes, in base64.</param>
public sealed record BagKept(JsonElement Content, string Digest, byte[] Salt)
{
    /// <summary>In bytes, as of events.</summary>
    public const int MaxLength = 4 << 20;

    public byte[] ToJson() => CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(this, ArchiveJson.Options));

    /// <summary>The content as it is kept.</summary>
    public string ToContent() => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Content));

    /// <summary>Whether the content is what the digest says.</summary>
    [JsonIgnore]
    public bool IsWhole => Salt.Length == KeptDigest.SaltLength && KeptDigest.Of(Salt, JsonSerializer.SerializeToUtf8Bytes(Content, ArchiveJson.Options)).ToString() == Digest;

    /// <param name="utf8">A line without its end.</param>
    /// <param name="kept">What it says.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out BagKept? kept)
    {
        kept = null;
        try
        {
            if (!CanonicalJson.TryCanonicalize(utf8, out var canonical, out _) || !utf8.SequenceEqual(canonical)
                || JsonSerializer.Deserialize<BagKept>(utf8, ArchiveJson.Options) is not { } read || !read.ToJson().AsSpan().SequenceEqual(utf8))
                return false;
            kept = read;
        }
        catch (Exception e) when (e is JsonException or CanonicalJsonException or InvalidOperationException)
        {
        }

        return kept is not null;
    }
}
