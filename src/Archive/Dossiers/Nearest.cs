namespace Archive.Dossiers;

/// <summary>Finds the word that somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>Longer words are not compared.</summary>
    private const int Longest = 60;

    /// <returns><c> Did you mean 'x'?</c>, or nothing where no word is near.</returns>
    public static string Hint(string word, IEnumerable<string> known)
    {
        if (word.Length > Longest)
            return "";
        var near = known.Where(other => Math.Abs(other.Length - word.Length) <= 3 && other.Length <= Longest)
            .Select(other => (other, distance: Distance(word.ToLowerInvariant(), other.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, word.Length / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.other, StringComparer.Ordinal)
            .Select(pair => pair.other)
            .FirstOrDefault();
        return near is null ? "" : $" Did you mean '{near}'?";
    }

    /// <summary>Levenshtein's distance, with swapped neighbours counted once.</summary>
    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
