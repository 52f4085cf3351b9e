using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Archive.Domain.Ledger;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785): one and the same run of UTF-8 bytes for every way to write the same JSON value. Names are
/// sorted by UTF-16 code units, numbers take ECMAScript's form, nothing stands between tokens. What I-JSON (RFC 7493) refuses is refused.
/// Any JSON value may stand at the top. Text is never normalised; U+0000 is legal here.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How many arrays and objects may stand inside each other.</summary>
    public const int MaxDepth = 128;

    /// <summary>The longest text taken, in bytes: 256 MiB.</summary>
    public const int MaxLength = 1 << 28;

    /// <exception cref="CanonicalJsonException">The text is not I-JSON, or is beyond a bound.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> utf8Json) =>
        TryCanonicalize(utf8Json, out var canonical, out var error) ? canonical : throw new CanonicalJsonException(error);

    /// <summary>Reads the element's own text again, so that duplicate names and numbers are seen as they were written.</summary>
    /// <exception cref="CanonicalJsonException">The element is not I-JSON; the offset counts from its first byte.</exception>
    public static byte[] Canonicalize(JsonElement element) => Canonicalize(JsonMarshal.GetRawUtf8Value(element));

    /// <summary>Never throws for what the text says.</summary>
    public static bool TryCanonicalize(
        ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out byte[]? canonical, [NotNullWhen(false)] out CanonicalJsonError? error)
    {
        using var output = new PooledBytes(Math.Clamp(utf8Json.Length, 256, 1 << 20));
        error = JsonCanonicalizer.Run(utf8Json, output);
        canonical = error is null ? output.Written.ToArray() : null;
        return error is null;
    }

    /// <summary>Appends the canonical form to <paramref name="output"/>.</summary>
    /// <exception cref="CanonicalJsonException">The text is not I-JSON, or is beyond a bound.</exception>
    internal static void Append(ReadOnlySpan<byte> utf8Json, PooledBytes output)
    {
        if (JsonCanonicalizer.Run(utf8Json, output) is { } error) throw new CanonicalJsonException(error);
    }
}
