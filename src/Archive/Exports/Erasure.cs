using Archive.Domain.Claims;

namespace Archive.Exports;

/// <summary>What was erased of what an export has.</summary>
internal static class Erasure
{
    /// <summary>A content that was kept apart and joined, and has no words all the same.</summary>
    public static bool IsErased(ClaimContent content) => content is { Kept: not null, Says: "" };
}
