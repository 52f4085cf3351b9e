using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>Opens JSON that must be in canonical form: what is not I-JSON, has a member twice, or is written in another way is refused before anything is read of it.</summary>
internal static class ProofJson
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = CanonicalJson.MaxDepth };

    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out string? problem)
    {
        document = null;
        problem = !CanonicalJson.TryCanonicalize(utf8, out var canonical, out var error) ? $"It is no JSON of the canonical form: {error.Message}"
            : !utf8.SequenceEqual(canonical) ? "It is JSON, but not in canonical form (RFC 8785): something rewrote it, or it was changed."
            : null;
        if (problem is null)
            document = JsonDocument.Parse(canonical, Deep);
        return problem is null;
    }
}
