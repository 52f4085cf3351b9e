using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Sources;

/// <summary>Reads the sources that some sources are merged into or repeat, as far as the chains go.</summary>
internal static class VoiceGraphs
{
    public static async Task<(VoiceGraph Graph, IReadOnlyDictionary<string, Source> Sources)> LoadAsync(Snapshot snapshot, IEnumerable<string> ids)
    {
        var known = new Dictionary<string, Source>(StringComparer.Ordinal);
        var asked = new HashSet<string>(ids, StringComparer.Ordinal);
        var next = asked.ToArray();
        while (next.Length > 0)
        {
            var found = (await snapshot.SourcesAsync(next)).Select(version => version.State).ToArray();
            foreach (var source in found)
                known[source.Id] = source;
            next = found.SelectMany(source => (string?[])[source.MergedInto, source.Origin?.Source]).OfType<string>().Where(asked.Add).ToArray();
        }

        return (new VoiceGraph(known), known);
    }
}
