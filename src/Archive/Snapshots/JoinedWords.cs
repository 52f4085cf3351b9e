using Archive.Claims;
using Archive.Domain.Evidence;
using Archive.Evidence;

namespace Archive.Snapshots;

/// <summary>Puts into documents the words that they name by their digests, as the answer's own database snapshot has them.</summary>
internal static class JoinedWords
{
    /// <summary>One query for all of them, and none where there is nothing to join. What was erased stays away.</summary>
    public static async Task<List<ClaimVersion>> WithWordsAsync(this List<ClaimVersion> claims, ReadSession session, CancellationToken cancellationToken)
    {
        var digests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in claims)
            digests.UnionWith(claim.State.KeptDigests());
        if (digests.Count == 0)
            return claims;
        var found = (await session.RowsAsync(KeptStore.FindSql, KeptStore.ReadRow, cancellationToken, [digests.ToArray()]))
            .ToDictionary(row => row.Digest, row => row.Content, StringComparer.Ordinal);
        return claims.ConvertAll(claim => claim.With(claim.State.Join(found.GetValueOrDefault)));
    }
}
