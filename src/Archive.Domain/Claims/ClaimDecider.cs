using Archive.Domain.Time;

namespace Archive.Domain.Claims;

/// <summary>
/// Decides what happens to a claim. Pure: what it needs from other streams comes in <see cref="KnownStreams"/> and is advisory.
/// Shape (lengths, forms of ids, lists not empty) was checked before.
/// </summary>
public static class ClaimDecider
{
    /// <param name="sensitive">Whether the content is kept by reference, so that it can be erased one day.</param>
    public static Decision Record(
        Claim? claim, string id, ClaimDraft draft, ValueList<CitationDraft> citations, string? decided, KnownStreams known, bool sensitive = false)
    {
        if (claim is { IsRecorded: true })
            return Decision.Refuse("claim-exists", $"Claim {id} was recorded before. To change it, correct it; to add another, give it another id.");
        if (known.Missing(StreamName.OfRecord(ArchiveId.RecordOf(id))))
            return Decision.Refuse("record-unknown", $"There is no record {ArchiveId.RecordOf(id)}. Open it first.");
        if (Uncitable(null, citations, known) is { } refused)
            return refused;
        if (!draft.TryDerive(id, known, out var content, out var refusal))
            return refusal;
        var numbering = new CitationNumbering(null, known);
        var numbered = numbering.Replace(citations);
        return numbering.Refused ?? Decision.Of(new ClaimRecorded(id, content.Begun(sensitive), numbered, decided));
    }

    public static Decision Correct(
        Claim? claim, string id, ClaimDraft draft, ValueList<CitationDraft> citations, Correction correction, KnownStreams known)
    {
        if (Unchangeable(claim, id, "corrected") is { } refused)
            return refused;
        if (claim!.KindErased is true)
            return Decision.Refuse("kind-fixed", $"The kind of claim {id} was erased with its words, and a correction cannot change it. Retract the claim and record a new one.");
        if (claim.Content.Particulars.Kind != draft.Particulars.Kind)
        {
            return Decision.Refuse(
                "kind-fixed",
                $"Claim {id} is of kind {Words(claim.Content.Particulars.Kind)} and stays so. Retract it and record a new claim of kind {Words(draft.Particulars.Kind)}.");
        }

        if (Uncitable(claim, citations, known) is { } uncitable)
            return uncitable;
        if (!draft.TryDerive(id, known, out var content, out var refusal))
            return refusal;
        var numbering = new CitationNumbering(claim, known);
        var numbered = numbering.Replace(citations);
        if (numbering.Refused is not null)
            return numbering.Refused;
        if (content.SaysTheSameAs(claim.Content) && SameSet(numbered, claim.Citations))
            return Decision.Refuse("nothing-corrected", $"The correction leaves claim {id} as it is. Change a field or the citations.");
        return Decision.Of(new ClaimCorrected(
            id, claim.Version + 1, content.After(claim.Content), numbered, correction.Reason, correction.Fault, correction.Words, correction.Notice, correction.Decided));
    }

    public static Decision Cite(Claim? claim, string id, CitationDraft citation, string? words, string? decided, KnownStreams known)
    {
        if (Unchangeable(claim, id, "cited for") is { } refused)
            return refused;
        if (claim!.Cites(citation))
            return Repeated(claim, citation.Source);
        if (Uncitable(claim, [citation], known) is { } uncitable)
            return uncitable;
        var numbering = new CitationNumbering(claim, known);
        var added = numbering.Next(citation);
        if (numbering.Refused is not null)
            return numbering.Refused;
        return claim.Citations.Any(standing => standing.WithoutNumber() == added.WithoutNumber())
            ? Repeated(claim, citation.Source)
            : Decision.Of(new ClaimCited(id, added, words, decided));
    }

    public static Decision WithdrawCitation(Claim? claim, string id, int number, string words, string? decided)
    {
        if (Unchangeable(claim, id, "changed") is { } refused)
            return refused;
        if (claim!.Citations.All(citation => citation.Number != number))
        {
            return Decision.Refuse(
                "citation-unknown",
                $"Claim {id} has no citation {number}. It has {string.Join(", ", claim.Citations.Select(citation => $"{citation.Number} ({citation.Source})"))}.");
        }

        return claim.Citations.Count == 1
            ? Decision.Refuse("last-citation", $"Citation {number} is the only one of claim {id}, and a claim needs one. Add another first, or retract the claim.")
            : Decision.Of(new CitationWithdrawn(id, number, words, decided));
    }

    public static Decision Rate(Claim? claim, string id, int credibility, string? words, string? decided)
    {
        if (Unknown(claim, id) is { } refused)
            return refused;
        return claim!.Credibility == credibility ? Decision.Nothing : Decision.Of(new ClaimRated(id, credibility, words, decided));
    }

    public static Decision SetRank(Claim? claim, string id, Rank rank, string? words, string? decided)
    {
        if (Unknown(claim, id) is { } refused)
            return refused;
        return claim!.Rank == rank ? Decision.Nothing : Decision.Of(new ClaimRanked(id, rank, words, decided));
    }

    public static Decision Retract(Claim? claim, string id, RetractionReason reason, string words, string? notice, string? decided)
    {
        if (Unknown(claim, id) is { } refused)
            return refused;
        return claim!.Retraction is not null
            ? Decision.Refuse("claim-already-retracted", $"Claim {id} was retracted before. To change the reason, reinstate it first.")
            : Decision.Of(new ClaimRetracted(id, reason, words, notice, decided));
    }

    public static Decision Reinstate(Claim? claim, string id, string words, string? decided)
    {
        if (Unknown(claim, id) is { } refused)
            return refused;
        return claim!.Retraction is null
            ? Decision.Refuse("claim-not-retracted", $"Claim {id} is not retracted: there is nothing to take back.")
            : Decision.Of(new ClaimReinstated(id, words, decided));
    }

    internal static Decision? Unknown(Claim? claim, string id) => claim is not { IsRecorded: true }
        ? Decision.Refuse("claim-unknown", $"There is no claim {id}. 'archive show {ArchiveId.RecordOf(id)}' lists the claims of its record.")
        : null;

    internal static Decision? Unchangeable(Claim? claim, string id, string what) =>
        Unknown(claim, id) ?? (claim!.Retraction is null
            ? null
            : Decision.Refuse("claim-retracted", $"Claim {id} is retracted and cannot be {what}. Reinstate it first."));

    /// <summary>A set of citations that repeats itself, or names sources that are not registered.</summary>
    internal static Decision? Uncitable(Claim? claim, IReadOnlyList<CitationDraft> citations, KnownStreams known)
    {
        var repeated = citations.GroupBy(citation => citation).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
            return Repeated(claim, repeated.Key.Source);
        var missing = citations.Select(citation => citation.Source).Distinct(StringComparer.Ordinal)
            .Where(source => known.Missing(StreamName.OfSource(source))).ToArray();
        return missing.Length == 0
            ? null
            : Decision.Refuse("source-unknown", $"There is no source {string.Join(", ", missing)}. Register it first, or correct the id.");
    }

    internal static Decision Repeated(Claim? claim, string source) => Decision.Refuse(
        "citation-repeated", $"Source {source} is cited twice in the same way{(claim is null ? "" : $" by claim {claim.Id}")}. Leave one of the two out.");

    /// <summary>Numbers are given once, and a citation that stays keeps its own: the order says nothing.</summary>
    private static bool SameSet(ValueList<Citation> citations, ValueList<Citation> others) =>
        citations.Count == others.Count && citations.Select(citation => citation.Number).ToHashSet().SetEquals(others.Select(citation => citation.Number));

    private static string Words(ClaimKind kind) => kind.ToString().ToLowerInvariant();
}
