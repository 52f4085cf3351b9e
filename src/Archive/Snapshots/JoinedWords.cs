using Archive.Domain.Evidence;
using Archive.Evidence;
using Archive.Projection;

namespace Archive.Snapshots;

/// <summary>Puts into documents the words that they name by their digests, as the answer's own database snapshot has them.</summary>
internal static class JoinedWords
{
    /// <summary>One query for all of them, and none where there is nothing to join.</summary>
    /// <returns>The streams of those of which something is gone.</returns>
    public static async Task<IReadOnlySet<string>> JoinAsync<TState>(IReadOnlyCollection<Version<TState>> versions, ReadSession session, CancellationToken cancellationToken)
        where TState : class, IHoldsWords<TState>
    {
        var held = versions.Select(version => (Version: version, Digests: version.State.KeptDigests())).Where(version => version.Digests.Count > 0).ToArray();
        var gone = new HashSet<string>(StringComparer.Ordinal);
        if (held.Length == 0)
            return gone;
        var digests = held.SelectMany(version => version.Digests).Distinct(StringComparer.Ordinal).ToArray();
        var found = (await session.RowsAsync(KeptStore.FindSql, KeptStore.ReadRow, cancellationToken, [digests])).ToDictionary(row => row.Digest, row => row.Content, StringComparer.Ordinal);
        foreach (var (version, named) in held)
        {
            version.State = version.State.Join(found.GetValueOrDefault);
            if (!named.All(found.ContainsKey))
                gone.Add(version.Stream);
        }

        return gone;
    }
}
