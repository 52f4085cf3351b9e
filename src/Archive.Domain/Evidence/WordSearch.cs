namespace Archive.Domain.Evidence;

/// <summary>
/// Finds every place of some words in a text, also where places overlap, in time that grows with the two lengths alone, whatever they are
/// (Knuth, Morris and Pratt); where nothing matches it skips as fast as the processor looks for a few characters.
/// </summary>
internal sealed class WordSearch
{
    /// <summary>How much of the words is looked for at once: with this few the skipping is linear too.</summary>
    private const int Head = 8;

    private readonly string _words;

    /// <summary>How much of the words still matches when the character after so much of them does not.</summary>
    private readonly int[] _border;
    private readonly int _head;

    /// <param name="words">Not empty.</param>
    public WordSearch(string words)
    {
        _words = words;
        _head = Math.Min(Head, words.Length);
        _border = new int[words.Length + 1];
        for (int i = 1, matched = 0; i < words.Length; i++)
        {
            while (matched > 0 && words[i] != words[matched])
                matched = _border[matched];
            if (words[i] == words[matched])
                matched++;
            _border[i + 1] = matched;
        }
    }

    /// <summary>The character at which each place begins, ascending.</summary>
    public IEnumerable<int> In(ReadOnlyMemory<char> text)
    {
        var at = 0;
        for (var matched = 0; (at = Next(text.Span, at, ref matched)) >= 0;)
        {
            yield return at - _words.Length;
            matched = _border[matched];
        }
    }

    /// <summary>The character behind the next place; -1 where there is none.</summary>
    private int Next(ReadOnlySpan<char> text, int at, ref int matched)
    {
        var words = _words;
        while (true)
        {
            if (matched == words.Length)
                return at;
            if (matched == 0)
            {
                var skipped = text[at..].IndexOf(words.AsSpan(0, _head), StringComparison.Ordinal);
                if (skipped < 0)
                    return -1;
                at += skipped + _head;
                matched = _head;
                continue;
            }

            if (at == text.Length)
                return -1;
            if (text[at] == words[matched])
            {
                at++;
                matched++;
            }
            else
            {
                matched = _border[matched];
            }
        }
    }
}
