using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>A new version of a claim, in full.</summary>
/// <param name="Content">What it would say.</param>
/// <param name="Citations">What it would rest on.</param>
/// <param name="Reason">Why, from the closed list.</param>
/// <param name="Fault">Whose error it was.</param>
/// <param name="Words">The correction explained.</param>
/// <param name="Notice">What readers would be told, where more than the words is meant for them.</param>
public sealed record ProposedCorrection(
    ClaimDraft Content, ValueList<CitationDraft> Citations, CorrectionReason Reason, Fault Fault, string Words, string? Notice = null) : ProposedChange
{
    public override ProposalKind Kind => ProposalKind.Correction;

    public override ValueList<CitationDraft> Cites => Citations;

    public override Decision Decide(Claim? claim, string id, string? decided, KnownStreams known) =>
        ClaimDecider.Correct(claim, id, Content, Citations, new Correction(Reason, Fault, Words, Notice, decided), known);
}
