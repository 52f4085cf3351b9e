using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>A citation more, while the claim's content stays as it is.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Words">Why.</param>
public sealed record ProposedCitation(CitationDraft Citation, string? Words = null) : ProposedChange
{
    public override ProposalKind Kind => ProposalKind.Citation;

    public override ValueList<CitationDraft> Cites => [Citation];

    public override Decision Decide(Claim? claim, string id, string? decided, KnownStreams known) =>
        ClaimDecider.Cite(claim, id, Citation, Words, decided, known);
}
