using Archive.Snapshots;

namespace Archive.Sources;

/// <summary>Reads how the rating of a source changed, up to a moment.</summary>
internal static class SourceRatings
{
    /// <returns>Every rating in entry order, the last being the one that holds; empty where the source was never rated.</returns>
    public static async Task<IReadOnlyList<SourceRating>> LoadAsync(Snapshot snapshot, string source)
    {
        var versions = await snapshot.SourceHistoriesAsync([source]);
        var changed = versions.Where((version, i) => version.State.Reliability is not null && version.State.Reliability != (i == 0 ? null : versions[i - 1].State.Reliability)).ToArray();
        var actors = (await snapshot.EntriesAsync(changed.Select(version => version.FromEntry))).ToDictionary(entry => entry.Id, entry => entry.Actor);
        return changed
            .Select(version => new SourceRating(
                version.State.Reliability!.Value, version.FromEntry, version.Change.RecordedAt, actors[version.FromEntry], version.Change.Words, version.Change.Decided))
            .ToArray();
    }
}
