namespace Archive.Domain.Evidence;

/// <summary>
/// Looks for what comes nearest to a selector that selects nothing: first the very words elsewhere or in other surroundings, then words that differ
/// in form alone, then words of which up to a third of the characters differ. The cost grows with the length of the text alone: the last is
/// sought only where short runs of characters promise something, and not for words that are very long.
/// </summary>
internal sealed class NearestSearch(CodePointText text, TextSelector selector)
{
    /// <summary>How much of a text is folded at a time, in characters.</summary>
    private const int Window = 1 << 20;

    /// <summary>The longest words that are compared character by character.</summary>
    private const int LongestCompared = 20_000;

    private const int Stretches = 3;

    /// <summary>How many places of equal words have their surroundings compared.</summary>
    private const int MostWeighed = 10_000;

    private readonly string _words = selector.Exact!;
    private readonly string _folded = FoldedText.Of(selector.Exact!);
    private (int Start, int End, int Distance)? _best;
    private (int Distance, int Strange, long Off) _rank;
    private int _weighed;

    public NearestMatch? Find()
    {
        foreach (var start in new WordSearch(_words).In(text.Text.AsMemory()))
            Weigh(start, start + _words.Length, 0);
        if (_best is null && _folded.Length > 0)
            SearchFolded();
        return _best is { } best ? Report(best.Start, best.End, best.Distance) : null;
    }

    private void SearchFolded()
    {
        var search = new WordSearch(_folded);
        var alike = new AlikeStretches(_folded.AsMemory());
        var most = _folded.Length <= LongestCompared ? _folded.Length / 3 : 0;
        var near = new List<(int Start, int End, int Distance)>();
        foreach (var (from, to) in Windows())
        {
            var folded = new FoldedText(text.Text, from, to);
            foreach (var place in search.In(folded.Characters))
            {
                var (start, end) = folded.Origin(place, place + _folded.Length);
                Weigh(start, end, 0);
            }

            if (_best is null && most > 0)
                near.AddRange(Near(folded, alike, most));
        }

        if (_best is null)
        {
            foreach (var (start, end, distance) in near.OrderBy(stretch => stretch.Distance))
                Weigh(start, end, distance);
        }
    }

    private IEnumerable<(int Start, int End, int Distance)> Near(FoldedText folded, AlikeStretches alike, int most)
    {
        foreach (var (start, _) in alike.In(folded.Characters.Span, Stretches))
        {
            var from = Math.Max(0, start - (_folded.Length / 2) - 1);
            var to = Math.Min(folded.Characters.Length, start + _folded.Length + (_folded.Length / 2) + 1);
            var best = EditDistance.Best(_folded, folded.Characters.Span[from..to]);
            if (best.Distance > most || best.Start == best.End)
                continue;
            var origin = folded.Origin(from + best.Start, from + best.End);
            yield return (origin.Start, origin.End, best.Distance);
        }
    }

    private IEnumerable<(int From, int To)> Windows()
    {
        var overlap = (_words.Length * 2) + 64;
        for (var from = 0; ; from = Whole(from + Math.Max(Window, overlap)))
        {
            var to = Whole((int)Math.Min(text.Text.Length, (long)from + Math.Max(Window, overlap) + overlap));
            yield return (from, to);
            if (to == text.Text.Length)
                yield break;
        }
    }

    /// <summary>The same index, or the next where it would halve a character.</summary>
    private int Whole(int index) => index < text.Text.Length && char.IsLowSurrogate(text.Text[index]) ? index + 1 : index;

    /// <summary>Fewer changes win, then fitting surroundings, then nearness to the position that was given, then the first.</summary>
    private void Weigh(int start, int end, int distance)
    {
        if (_weighed++ >= MostWeighed)
            return;
        var rank = Rank(start, end, distance);
        if (_best is null || rank.CompareTo(_rank) < 0)
            (_best, _rank) = ((start, end, distance), rank);
    }

    private (int Distance, int Strange, long Off) Rank(int start, int end, int distance)
    {
        var (prefix, suffix) = Anchoring.Surrounded(text.Text, start, end, selector);
        var off = selector.Position is { } position ? Math.Abs(text.CodePointAt(start) - position.Start) : 0;
        return (distance, (prefix ? 0 : 1) + (suffix ? 0 : 1), off);
    }

    private NearestMatch Report(int start, int end, int distance)
    {
        var place = text.Place(start, end);
        var (prefix, suffix) = Anchoring.Surrounded(text.Text, start, end, selector);
        var differs = new List<QuoteDifference>();
        if (selector.Position is { } position && position != place.Position)
            differs.Add(QuoteDifference.Position);
        if (!prefix)
            differs.Add(QuoteDifference.Prefix);
        if (!suffix)
            differs.Add(QuoteDifference.Suffix);
        if (distance > 0)
            differs.Add(QuoteDifference.Words);
        else
            differs.AddRange(Forms(text.Text[start..end]));
        return new NearestMatch(place, [.. differs], distance);
    }

    /// <summary>The differences of form without which the words would not be equal.</summary>
    private IEnumerable<QuoteDifference> Forms(string found)
    {
        if (found == _words)
            yield break;
        if (FoldedText.Of(found) != _folded)
        {
            // A place in the middle of a ligature is shown with all of it.
            yield return QuoteDifference.Words;
            yield break;
        }

        foreach (var (folding, difference) in new[]
        {
            (Folding.Case, QuoteDifference.Case),
            (Folding.WhiteSpace, QuoteDifference.WhiteSpace),
            (Folding.QuotationMarks, QuoteDifference.QuotationMarks),
            (Folding.Hyphens, QuoteDifference.Hyphens),
            (Folding.NormalisationForm, QuoteDifference.NormalisationForm),
            (Folding.Invisible, QuoteDifference.Invisible),
        })
        {
            if (FoldedText.Of(found, Folding.All & ~folding) != FoldedText.Of(_words, Folding.All & ~folding))
                yield return difference;
        }
    }
}
