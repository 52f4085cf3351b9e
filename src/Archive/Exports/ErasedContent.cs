using Archive.Domain.Claims;
using Archive.Domain.Sources;

namespace Archive.Exports;

/// <summary>What was erased of what an export has.</summary>
internal static class ErasedContent
{
    /// <summary>A content that was kept apart and joined, and has no words all the same.</summary>
    public static bool IsErased(ClaimContent content) => content is { Kept: not null, Says: "" };

    /// <summary>Whether the bytes of a capture are gone, or go as soon as that is carried out.</summary>
    public static bool IsErased(Source source, Capture capture) => source.Erased?.Any(erasure => erasure.Capture == capture.Digest && erasure.IsInForce) == true;
}
