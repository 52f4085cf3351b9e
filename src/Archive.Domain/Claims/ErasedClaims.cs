using Archive.Domain.Erasures;

namespace Archive.Domain.Claims;

/// <summary>How a claim goes on behind an event whose words were erased.</summary>
internal static class ErasedClaims
{
    /// <summary>
    /// So many citation numbers an erased event may have given, for none is ever given again: an append has at most 900 KiB, and no citation is written in
    /// fewer than 57 bytes.
    /// </summary>
    private const int MostCitations = 900 * 1024 / 57;

    private static readonly ClaimContent Beginning = new(ErasedWords.Shown, new Background([], null), null, null, null, null, []);

    /// <summary>
    /// The claim counts on as if the words were there: versions, disputes and citations get the numbers that they had. What an erased event set is no longer
    /// known, and neither is what stood before it.
    /// </summary>
    public static Claim Evolve(Claim? before, ErasedClaimEvent erased)
    {
        var claim = before ?? new Claim(erased.Claim, 1, Beginning, [], Rank.Normal, null, [], null, MostCitations, KindErased: true);
        claim = claim with { ErasedEvents = erased.AddTo(claim.ErasedEvents) };
        return erased.Was.Name switch
        {
            nameof(ClaimCorrected) => claim with
            {
                Version = claim.Version + 1,
                Content = Beginning with { Particulars = Blank(claim.Content.Particulars) },
                Citations = [],
                LastCitation = claim.LastCitation + MostCitations,
            },
            nameof(ClaimCited) => claim with { LastCitation = claim.LastCitation + 1 },
            nameof(ClaimRated) => claim with { Credibility = null },
            nameof(ClaimRanked) => claim with { Rank = Rank.Normal },
            nameof(ClaimDisputed) => claim with
            {
                Disputes = [.. claim.Disputes, new Dispute(claim.Disputes.Count + 1, ErasedWords.Shown, [], null)],
                LastCitation = claim.LastCitation + MostCitations,
            },
            nameof(DisputeResolved) => claim with { LastCitation = claim.LastCitation + MostCitations },
            nameof(ClaimRetracted) => claim with { Retraction = new Retraction(RetractionReason.Other, ErasedWords.Shown) },
            nameof(ClaimReinstated) => claim with { Retraction = null },
            // Which citation was withdrawn or which dispute reopened is gone: they stay as they were.
            _ => claim,
        };
    }

    /// <summary>Of the same kind, which a correction never changes, with nothing said.</summary>
    private static Particulars Blank(Particulars particulars) => particulars switch
    {
        Arrival => new Arrival([], null, []),
        Departure => new Departure([], null, []),
        Meeting => new Meeting([], null, null, []),
        Signing => new Signing([], null, []),
        Statement => new Statement([], null, null, null, []),
        Reaction => new Reaction([], null, null, null),
        _ => new Background([], null),
    };
}
