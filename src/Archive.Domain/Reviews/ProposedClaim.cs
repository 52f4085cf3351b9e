using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>A claim that is not recorded yet.</summary>
/// <param name="Content">What it would say.</param>
/// <param name="Citations">What it would rest on.</param>
public sealed record ProposedClaim(ClaimDraft Content, ValueList<CitationDraft> Citations) : ProposedChange
{
    public override ProposalKind Kind => ProposalKind.Claim;

    public override ValueList<CitationDraft> Cites => Citations;

    public override Decision Decide(Claim? claim, string id, string? decided, KnownStreams known) =>
        ClaimDecider.Record(claim, id, Content, Citations, decided, known);
}
