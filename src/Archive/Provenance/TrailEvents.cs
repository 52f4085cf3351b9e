using Archive.Claims;
using Archive.Domain;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.Provenance;

/// <summary>The entries of some streams, each with what its event said of its reason.</summary>
internal static class TrailEvents
{
    /// <summary>Of a claim and of some sources, by stream, in entry order.</summary>
    public static async Task<ILookup<string, TrailEvent>> LoadAsync(Snapshot snapshot, ClaimVersion claim, IReadOnlyCollection<string> sources)
    {
        IEnumerable<IVersion> versions = [.. await snapshot.ClaimHistoryAsync(claim.State.Id, isRecord: false), .. await snapshot.SourceHistoriesAsync(sources)];
        var changes = versions.ToDictionary(version => version.FromEntry, version => version.Change);
        return (await snapshot.EntriesOfAsync(sources.Select(StreamName.OfSource).Append(claim.Stream)))
            .ToLookup(entry => entry.Stream, entry => TrailEvent.Of(entry.ToView(), changes.GetValueOrDefault(entry.Id)), StringComparer.Ordinal);
    }
}
