namespace Archive.Domain.Claims;

/// <summary>Gives numbers to submitted citations: one that equals a citation already there keeps its number, others get the next.</summary>
internal sealed class CitationNumbering(Claim? claim)
{
    private readonly HashSet<int> _kept = [];
    private int _last = claim?.LastCitation ?? 0;

    /// <summary>The full new set of a claim's citations.</summary>
    public ValueList<Citation> Replace(IEnumerable<CitationDraft> drafts) => drafts.Select(Keep).ToValueList();

    /// <summary>Citations beside those of the claim, such as those of a dispute.</summary>
    public ValueList<Citation> Add(IEnumerable<CitationDraft> drafts) => drafts.Select(Next).ToValueList();

    public Citation Next(CitationDraft draft) => draft.Numbered(++_last);

    private Citation Keep(CitationDraft draft)
    {
        var kept = claim?.Citations.FirstOrDefault(citation => citation.SameAs(draft) && !_kept.Contains(citation.Number));
        if (kept is null)
            return Next(draft);
        _kept.Add(kept.Number);
        return kept;
    }
}
