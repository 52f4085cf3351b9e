using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Sources;

/// <summary>
/// Some sources with those that they are merged into or repeat, as far as the chains go. Twice: as whoever asks may see them, and as they are. How many
/// voices there are is the same for everybody and counted on what is; which they are is named only where no withheld source stands on the way.
/// </summary>
internal sealed class Voices
{
    private Voices(IReadOnlyDictionary<string, SourceVersion> all, IEnumerable<string> asked)
    {
        Shown = new VoiceGraph(all.ToDictionary(pair => pair.Key, pair => pair.Value.State, StringComparer.Ordinal));
        Whole = new VoiceGraph(all.ToDictionary(pair => pair.Key, pair => WithTies(pair.Value), StringComparer.Ordinal));
        var sources = new Dictionary<string, SourceVersion>(StringComparer.Ordinal);
        var next = new Stack<string>(asked);
        while (next.TryPop(out var id))
        {
            if (!all.TryGetValue(id, out var version) || !sources.TryAdd(id, version))
                continue;
            foreach (var named in Named(version.State))
                next.Push(named);
        }

        Sources = sources;
    }

    /// <summary>The chains as they may be shown: at a withheld source they end.</summary>
    public VoiceGraph Shown { get; }

    /// <summary>The chains as they are, for counting alone.</summary>
    public VoiceGraph Whole { get; }

    /// <summary>The sources that the shown chains reach.</summary>
    public IReadOnlyDictionary<string, SourceVersion> Sources { get; }

    /// <summary>Reads some sources, and on along their chains.</summary>
    public static async Task<Voices> LoadAsync(Snapshot snapshot, IEnumerable<string> ids)
    {
        var known = new Dictionary<string, SourceVersion>(StringComparer.Ordinal);
        var asked = ids.ToHashSet(StringComparer.Ordinal);
        var (first, next) = (asked.ToArray(), asked.ToArray());
        while (next.Length > 0)
        {
            var found = await snapshot.SourcesAsync(next);
            foreach (var version in found)
                known[version.State.Id] = version;
            next = found.SelectMany(version => Named(WithTies(version))).Where(asked.Add).ToArray();
        }

        return new Voices(known, first);
    }

    public static Voices Of(IEnumerable<SourceVersion> all)
    {
        var known = all.ToDictionary(version => version.State.Id, StringComparer.Ordinal);
        return new Voices(known, known.Keys);
    }

    /// <summary>Whether a source can be named as the first voice behind another.</summary>
    public bool Names(string voice) => Sources.TryGetValue(voice, out var version) && version.Withheld is null;

    private static Source WithTies(SourceVersion version) =>
        version.Ties is { } ties ? version.State with { MergedInto = ties.MergedInto, Origin = ties.Origin } : version.State;

    private static IEnumerable<string> Named(Source source) => ((string?[])[source.MergedInto, source.Origin?.Source]).OfType<string>();
}
