using System.Runtime.InteropServices;

namespace Archive.Domain.Evidence;

/// <summary>
/// Finds the stretches of a text that have most of their short runs of characters in common with some words, in one walk over the text
/// (the filter of q-grams): where the words stand with a few changes, they have nearly all.
/// </summary>
internal sealed class AlikeStretches(ReadOnlyMemory<char> words)
{
    private const int Slots = 1 << 14;

    /// <summary>Longer runs tell stretches apart, shorter ones outlast changes in short words.</summary>
    private readonly int _run = words.Length < 12 ? Math.Min(2, words.Length) : 3;

    private readonly int[] _wanted = Wanted(words.Span, words.Length < 12 ? Math.Min(2, words.Length) : 3);

    /// <param name="text">The text.</param>
    /// <param name="most">How many stretches.</param>
    /// <returns>Where each begins and how many runs it has in common, the best first; none begins within another's length.</returns>
    public IReadOnlyList<(int Start, int Score)> In(ReadOnlySpan<char> text, int most)
    {
        var best = new List<(int Start, int Score)>(most + 1);
        var had = new int[Slots];
        var score = 0;
        for (var at = 0; at + _run <= text.Length; at++)
        {
            var entering = Slot(text, at, _run);
            if (++had[entering] <= _wanted[entering])
                score++;
            var left = at - Math.Max(1, words.Length - _run + 1);
            if (left >= 0)
            {
                var leaving = Slot(text, left, _run);
                if (had[leaving]-- <= _wanted[leaving])
                    score--;
            }

            if (score > 0 && (best.Count < most || score > best[^1].Score))
                Take(best, Math.Max(0, left + 1), score, most);
        }

        return best;
    }

    private void Take(List<(int Start, int Score)> best, int start, int score, int most)
    {
        var near = best.FindIndex(stretch => Math.Abs(stretch.Start - start) < words.Length);
        if (near >= 0 && best[near].Score >= score)
            return;
        if (near >= 0)
            best.RemoveAt(near);
        best.Add((start, score));
        CollectionsMarshal.AsSpan(best).Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Start.CompareTo(b.Start));
        if (best.Count > most)
            best.RemoveAt(best.Count - 1);
    }

    private static int[] Wanted(ReadOnlySpan<char> words, int run)
    {
        var wanted = new int[Slots];
        for (var at = 0; at + run <= words.Length; at++)
            wanted[Slot(words, at, run)]++;
        return wanted;
    }

    /// <summary>Two runs may share a slot: that makes a stretch look better than it is, and the distance then tells.</summary>
    private static int Slot(ReadOnlySpan<char> text, int at, int run)
    {
        var hash = 2_166_136_261u;
        foreach (var c in text.Slice(at, run))
            hash = (hash ^ c) * 16_777_619u;
        return (int)((hash ^ (hash >> 15)) & (Slots - 1));
    }
}
