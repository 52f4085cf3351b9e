using System.Numerics;

namespace Archive.Projection;

/// <summary>
/// The binary tree over all entry numbers, by which "what holds as of entry n" is found at the same cost however long the history is (the relational
/// interval tree of Kriegel, Pötke and Seidl, 2000). A closed stretch of entries is filed under the one number in it that the most powers of two
/// divide; whatever holds at n is then filed under one of n's few ancestors, or under <see cref="OfOpen"/>.
/// </summary>
internal static class EntryTree
{
    /// <summary>Where stretches are filed that nothing has closed yet.</summary>
    public const long OfOpen = 0;

    /// <param name="from">First entry of the stretch, from 1.</param>
    /// <param name="to">First entry behind it.</param>
    public static long NodeOf(long from, long to)
    {
        if (to == IVersion.Open)
            return OfOpen;
        // The highest bit in which the number before the stretch and its last one differ is the highest power of two that a number in it can have.
        var highest = 1L << (63 - BitOperations.LeadingZeroCount((ulong)((from - 1) ^ (to - 1))));
        return (to - 1) & -highest;
    }

    /// <summary>Every node under which something that holds at an entry can be filed.</summary>
    /// <param name="entry">From 0.</param>
    /// <param name="head">The last entry: nothing is filed above it.</param>
    public static long[] NodesOver(long entry, long head)
    {
        var nodes = new List<long> { OfOpen };
        if (entry == 0)
            return [.. nodes];
        for (var level = BitOperations.TrailingZeroCount(entry); level < 62 && 1L << level <= head; level++)
        {
            var node = ((entry >> level) | 1) << level;
            if (node <= head)
                nodes.Add(node);
        }

        return [.. nodes];
    }
}
