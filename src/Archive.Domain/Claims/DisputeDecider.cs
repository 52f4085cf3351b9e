namespace Archive.Domain.Claims;

/// <summary>Decides on disputes of a claim. Pure, see <see cref="ClaimDecider"/>.</summary>
public static class DisputeDecider
{
    public static Decision Open(
        Claim? claim, string id, string question, ValueList<DisputeVersionDraft> versions, string? words, string? decided, KnownStreams known)
    {
        if (ClaimDecider.Unchangeable(claim, id, "disputed") is { } refused)
            return refused;
        if (claim!.Disputes.FirstOrDefault(dispute => SameQuestion(dispute, question)) is { } same)
        {
            return Decision.Refuse(
                "dispute-exists",
                same.IsOpen
                    ? $"The question '{question}' is open already, as dispute {same.Number} of claim {id}."
                    : $"The question '{question}' was settled as dispute {same.Number} of claim {id}. Reopen that one.");
        }

        if (versions.GroupBy(version => version.Says, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            return Decision.Refuse("dispute-version-repeated", $"The version '{repeated.Key}' stands twice. Put its citations together.");
        foreach (var version in versions)
        {
            if (ClaimDecider.Uncitable(claim, version.Citations, known) is { } uncitable)
                return uncitable;
        }

        var numbering = new CitationNumbering(claim, known);
        var answers = versions.Select(version => new DisputeVersion(version.Says, numbering.Add(version.Citations))).ToValueList();
        return numbering.Refused ?? Decision.Of(new ClaimDisputed(id, claim.Disputes.Count + 1, question, answers, words, decided));
    }

    /// <param name="version">The words or the number, from 1, of the version that holds; only with <see cref="DisputeOutcome.OneVersion"/>.</param>
    public static Decision Resolve(
        Claim? claim,
        string id,
        string question,
        DisputeOutcome outcome,
        string? version,
        string words,
        ValueList<CitationDraft> citations,
        string? decided,
        KnownStreams known)
    {
        if (Find(claim, id, question, out var dispute) is { } refused)
            return refused;
        if (!dispute!.IsOpen)
            return Decision.Refuse("dispute-settled", $"Dispute {dispute.Number} of claim {id} ('{dispute.Question}') was settled before. Reopen it first.");
        int? number = null;
        if (outcome == DisputeOutcome.OneVersion)
        {
            number = NumberOf(dispute, version);
            if (number is null)
            {
                return Decision.Refuse(
                    "dispute-version-unknown",
                    $"Dispute {dispute.Number} of claim {id} has no version '{version}'. Its versions are: {string.Join("; ", dispute.Versions.Select((v, i) => $"{i + 1} '{v.Says}'"))}.");
            }
        }

        if (ClaimDecider.Uncitable(claim, citations, known) is { } uncitable)
            return uncitable;
        var numbering = new CitationNumbering(claim, known);
        var numbered = numbering.Add(citations);
        return numbering.Refused ?? Decision.Of(new DisputeResolved(id, dispute.Number, new DisputeResolution(outcome, number, words, numbered), decided));
    }

    public static Decision Reopen(Claim? claim, string id, string question, string words, string? decided)
    {
        if (Find(claim, id, question, out var dispute) is { } refused)
            return refused;
        return dispute!.IsOpen
            ? Decision.Refuse("dispute-open", $"Dispute {dispute.Number} of claim {id} ('{dispute.Question}') is open already.")
            : Decision.Of(new DisputeReopened(id, dispute.Number, words, decided));
    }

    /// <summary>A dispute by its number or its question.</summary>
    private static Decision? Find(Claim? claim, string id, string question, out Dispute? dispute)
    {
        dispute = null;
        if (ClaimDecider.Unchangeable(claim, id, "changed") is { } refused)
            return refused;
        dispute = claim!.Disputes.FirstOrDefault(d => SameQuestion(d, question))
            ?? claim.Disputes.FirstOrDefault(d => question == d.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (dispute is not null)
            return null;
        var known = claim.Disputes.Count == 0
            ? "It has none."
            : $"It has: {string.Join("; ", claim.Disputes.Select(d => $"{d.Number} '{d.Question}'"))}.";
        return Decision.Refuse("dispute-unknown", $"Claim {id} has no dispute '{question}'. {known}");
    }

    private static int? NumberOf(Dispute dispute, string? version)
    {
        for (var i = 0; i < dispute.Versions.Count; i++)
        {
            if (string.Equals(dispute.Versions[i].Says, version, StringComparison.Ordinal))
                return i + 1;
        }

        return int.TryParse(version, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= dispute.Versions.Count
            ? number
            : null;
    }

    private static bool SameQuestion(Dispute dispute, string question) => string.Equals(dispute.Question, question, StringComparison.Ordinal);
}
