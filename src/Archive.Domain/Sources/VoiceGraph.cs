namespace Archive.Domain.Sources;

/// <summary>
/// Who repeats whom among some sources. Five reprints of one voice are one voice: what counts is the source with which a chain of origins
/// begins. A circle of origins, which no decider can wholly prevent, counts as one voice, that of its first id in ordinal order.
/// </summary>
/// <param name="sources">The sources by id, with every source that they are merged into or repeat, as far as it is known.</param>
public sealed class VoiceGraph(IReadOnlyDictionary<string, Source> sources)
{
    /// <summary>The id under which a source is found: its own, or that of what it was merged into.</summary>
    public string Canonical(string id) => Merges.Last(id, merged => sources.GetValueOrDefault(merged)?.MergedInto);

    /// <summary>The voices behind a source, nearest first, by the ids under which they are found.</summary>
    /// <param name="id">Id of the source.</param>
    /// <param name="cycle">Whether they come round in a circle; the list then ends before the first repetition.</param>
    public IReadOnlyList<SourceOrigin> Chain(string id, out bool cycle)
    {
        var chain = new List<SourceOrigin>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { Canonical(id) };
        cycle = false;
        for (var at = Canonical(id); sources.GetValueOrDefault(at)?.Origin is { } origin;)
        {
            at = Canonical(origin.Source);
            cycle = !seen.Add(at);
            if (cycle)
                break;
            chain.Add(origin with { Source = at });
        }

        return chain;
    }

    /// <summary>The source with which a source's voice began.</summary>
    public string Voice(string id)
    {
        var chain = Chain(id, out var cycle);
        if (!cycle)
            return chain.Count == 0 ? Canonical(id) : chain[^1].Source;
        return Circle(id).Min(StringComparer.Ordinal)!;
    }

    /// <summary>The ids of the circle that a source's origins run into.</summary>
    public IReadOnlyList<string> Circle(string id)
    {
        string[] path = [Canonical(id), .. Chain(id, out var cycle).Select(origin => origin.Source)];
        if (!cycle)
            return [];
        var entry = Canonical(sources[path[^1]].Origin!.Source);
        return path[Array.IndexOf(path, entry)..];
    }
}
