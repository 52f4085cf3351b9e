namespace Archive.Domain.Claims;

/// <summary>
/// Gives numbers to submitted citations: one that equals a citation already there keeps its number and its quote, others get the next, and their
/// words are looked up in what is captured.
/// </summary>
internal sealed class CitationNumbering(Claim? claim, KnownStreams known)
{
    private readonly HashSet<int> _kept = [];
    private int _last = claim?.LastCitation ?? 0;

    /// <summary>Why a citation may not stand: the first that may not.</summary>
    public Decision? Refused { get; private set; }

    /// <summary>The full new set of a claim's citations.</summary>
    public ValueList<Citation> Replace(IEnumerable<CitationDraft> drafts) => Different(drafts.Select(Keep).ToValueList());

    /// <summary>Citations beside those of the claim, such as those of a dispute.</summary>
    public ValueList<Citation> Add(IEnumerable<CitationDraft> drafts) => Different(drafts.Select(Next).ToValueList());

    public Citation Next(CitationDraft draft)
    {
        if (!draft.TryAnchor(known, out var quote, out var refusal))
            Refused ??= new Decision.Refused(refusal!);
        return draft.Numbered(++_last, quote);
    }

    private Citation Keep(CitationDraft draft)
    {
        var kept = claim?.Citations.FirstOrDefault(citation => citation.SameAs(draft) && !_kept.Contains(citation.Number));
        if (kept is null)
            return Next(draft);
        _kept.Add(kept.Number);
        return kept;
    }

    /// <summary>Two drafts that say in different ways where words stand may come to the same citation.</summary>
    private ValueList<Citation> Different(ValueList<Citation> citations)
    {
        if (citations.GroupBy(citation => citation.WithoutNumber()).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            Refused ??= ClaimDecider.Repeated(claim, repeated.Key.Source);
        return citations;
    }
}
