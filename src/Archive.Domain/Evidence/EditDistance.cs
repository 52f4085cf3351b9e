namespace Archive.Domain.Evidence;

/// <summary>
/// Where in a stretch of text some words stand with the fewest characters replaced, put in or left out (Levenshtein), 64 characters of the words
/// at a time (Myers 1999, in Hyyrö's form for words of any length).
/// </summary>
internal sealed class EditDistance
{
    private const ulong Last = 1UL << 63;

    private readonly int _length;
    private readonly Dictionary<char, ulong[]> _places = [];
    private readonly ulong[] _nowhere;

    private EditDistance(ReadOnlySpan<char> words)
    {
        _length = words.Length;
        _nowhere = new ulong[(words.Length + 63) / 64];
        for (var i = 0; i < words.Length; i++)
        {
            if (!_places.TryGetValue(words[i], out var places))
                _places.Add(words[i], places = new ulong[_nowhere.Length]);
            places[i / 64] |= 1UL << (i % 64);
        }
    }

    /// <returns>Where the best stretch begins and ends, and its distance; the first of several ends, and its nearest beginning.</returns>
    public static (int Start, int End, int Distance) Best(ReadOnlySpan<char> words, ReadOnlySpan<char> text)
    {
        var (end, distance) = new EditDistance(words).Least(text, anywhere: true);
        var backwards = text[..end].ToArray();
        Array.Reverse(backwards);
        var mirrored = words.ToArray();
        Array.Reverse(mirrored);
        var (length, _) = new EditDistance(mirrored).Least(backwards, anywhere: false);
        return (end - length, end, distance);
    }

    /// <param name="text">The text.</param>
    /// <param name="anywhere">The stretch may begin anywhere; otherwise it begins with the text.</param>
    private (int End, int Distance) Least(ReadOnlySpan<char> text, bool anywhere)
    {
        var up = new ulong[_nowhere.Length];
        var down = new ulong[_nowhere.Length];
        Array.Fill(up, ulong.MaxValue);
        var lastBit = 1UL << ((_length - 1) % 64);
        var score = _length;
        var (end, least) = (0, score);
        for (var at = 0; at < text.Length; at++)
        {
            var places = _places.GetValueOrDefault(text[at], _nowhere);
            var carry = anywhere ? 0 : 1;
            for (var block = 0; block < up.Length; block++)
            {
                var equal = places[block];
                var vertical = equal | down[block];
                if (carry < 0)
                    equal |= 1;
                var horizontal = (((equal & up[block]) + up[block]) ^ up[block]) | equal;
                var rise = down[block] | ~(horizontal | up[block]);
                var fall = up[block] & horizontal;
                var bit = block == up.Length - 1 ? lastBit : Last;
                var next = (rise & bit) != 0 ? 1 : (fall & bit) != 0 ? -1 : 0;
                rise = (rise << 1) | (carry > 0 ? 1UL : 0);
                fall = (fall << 1) | (carry < 0 ? 1UL : 0);
                up[block] = fall | ~(vertical | rise);
                down[block] = rise & vertical;
                carry = next;
            }

            score += carry;
            if (score < least)
                (end, least) = (at + 1, score);
        }

        return (end, least);
    }
}
