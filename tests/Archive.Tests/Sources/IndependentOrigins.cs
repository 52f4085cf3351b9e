using Archive.Domain.Sources;

namespace Archive.Tests.Sources;

/// <summary>
/// Counts independent origins slowly: sources that are merged, or that repeat each other directly, are put into one heap, again and again until
/// nothing moves; what is cited then has as many origins as it lies in heaps.
/// </summary>
internal static class IndependentOrigins
{
    public static int Count(IReadOnlyDictionary<string, Source> sources, IEnumerable<string> cited)
    {
        var heap = sources.Keys.ToDictionary(id => id, id => id, StringComparer.Ordinal);
        bool moved;
        do
        {
            moved = false;
            foreach (var (one, other) in sources.Values.SelectMany(source => Ties(sources, source)))
            {
                if (heap[one] == heap[other])
                    continue;
                var (from, to) = (heap[one], heap[other]);
                foreach (var id in heap.Keys.Where(id => heap[id] == from).ToArray())
                    heap[id] = to;
                moved = true;
            }
        }
        while (moved);
        return cited.Select(id => heap[id]).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>A source that was merged speaks through the one that stays; its own origin counts only where merges go round and it is the one they are found under.</summary>
    private static IEnumerable<(string, string)> Ties(IReadOnlyDictionary<string, Source> sources, Source source)
    {
        if (source.MergedInto is { } into)
            yield return (source.Id, into);
        if (source.Origin is { } origin && (source.MergedInto is null || FirstOfCircle(sources, source)))
            yield return (source.Id, origin.Source);
    }

    private static bool FirstOfCircle(IReadOnlyDictionary<string, Source> sources, Source source)
    {
        var first = source.Id;
        var at = source.MergedInto;
        for (var step = 0; step <= sources.Count && at is not null; step++, at = sources[at].MergedInto)
        {
            if (at == source.Id)
                return first == source.Id;
            first = string.CompareOrdinal(at, first) < 0 ? at : first;
        }

        return false;
    }
}
