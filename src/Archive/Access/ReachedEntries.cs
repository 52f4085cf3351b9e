using Archive.Domain;
using Archive.Ledger;

namespace Archive.Access;

/// <summary>
/// Which of the entries that a snapshot covers somebody may know of. That a claim or source is closed does not hide that it is there and when it changed;
/// but whom and what only closed things name is their content.
/// </summary>
internal static class ReachedEntries
{
    public static IReadOnlyList<LedgerEntry> Shown(IReadOnlyList<LedgerEntry> all, Withholding withholding)
    {
        var streams = all.ToLookup(entry => entry.Stream, StringComparer.Ordinal);
        var withheld = streams.Select(stream => stream.Key).Where(withholding.Withholds).ToHashSet(StringComparer.Ordinal);
        if (withheld.Count == 0)
            return all;
        var reached = streams.Select(stream => stream.Key).Where(IsOwn).ToHashSet(StringComparer.Ordinal);
        var next = new Queue<string>(reached.Where(stream => !withheld.Contains(stream)));
        while (next.TryDequeue(out var stream))
        {
            foreach (var named in streams[stream].SelectMany(entry => entry.Refs).Where(named => streams.Contains(named) && reached.Add(named)))
            {
                if (!withheld.Contains(named))
                    next.Enqueue(named);
            }
        }

        return all.Where(entry => reached.Contains(entry.Stream)).ToArray();
    }

    /// <summary>The record's own stream and those of its claims.</summary>
    private static bool IsOwn(string stream) =>
        stream.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal) || stream.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal);
}
