using System.Globalization;
using System.Text;

namespace Archive.Domain.Evidence;

/// <summary>A stretch of a text in which differences of form are overlooked, and where each of its characters came from.</summary>
internal sealed class FoldedText
{
    private char[] _characters;
    private int[] _origins;
    private int _count;
    private readonly int _end;

    /// <param name="text">A text that is well-formed from <paramref name="start"/> to <paramref name="end"/>.</param>
    /// <param name="start">The first character of the stretch.</param>
    /// <param name="end">The first character after it.</param>
    /// <param name="folding">What is overlooked.</param>
    public FoldedText(string text, int start, int end, Folding folding = Folding.All)
    {
        _characters = new char[end - start + 16];
        _origins = new int[_characters.Length];
        _end = end;
        for (var at = start; at < end;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at, end - at), out var rune, out var length);
            var folded = folding == Folding.All ? FoldedCharacters.Of(rune) : FoldedCharacters.Of(rune, folding);
            if (folded is not " " || !folding.HasFlag(Folding.WhiteSpace) || _count == 0 || _characters[_count - 1] != ' ')
                Add(folded, at);
            at += length;
        }

        if (folding.HasFlag(Folding.NormalisationForm))
            SortMarks();
    }

    public static string Of(string text, Folding folding = Folding.All) => new FoldedText(text, 0, text.Length, folding).Characters.ToString();

    public ReadOnlyMemory<char> Characters => _characters.AsMemory(0, _count);

    /// <summary>Where a stretch of the folded characters came from, in whole characters of the text.</summary>
    public (int Start, int End) Origin(int from, int to)
    {
        var next = to;
        while (next < _count && _origins[next] == _origins[to - 1])
            next++;
        return (_origins[from], next < _count ? _origins[next] : _end);
    }

    private void Add(string folded, int origin)
    {
        if (_count + folded.Length > _characters.Length)
        {
            Array.Resize(ref _characters, (_characters.Length * 2) + folded.Length);
            Array.Resize(ref _origins, _characters.Length);
        }

        foreach (var c in folded)
        {
            _characters[_count] = c;
            _origins[_count++] = origin;
        }
    }

    /// <summary>
    /// Marks on one letter in one order, whichever: canonical ordering without its tables. Only equality is asked of the result.
    /// </summary>
    private void SortMarks()
    {
        for (var at = 1; at < _count; at++)
        {
            if (!IsMark(_characters[at]) || !IsMark(_characters[at - 1]))
                continue;
            var from = at - 1;
            while (at < _count && IsMark(_characters[at]))
                at++;
            // The origins stay ascending: a match that ends between two marks of a letter still ends at one of them.
            Array.Sort(_characters, from, at - from);
        }
    }

    private static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
