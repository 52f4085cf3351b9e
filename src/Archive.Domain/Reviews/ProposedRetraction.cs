using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>That a claim is withdrawn.</summary>
/// <param name="Reason">Why, from the closed list.</param>
/// <param name="Words">The retraction explained.</param>
/// <param name="Notice">What readers would be told, where more than the words is meant for them.</param>
public sealed record ProposedRetraction(RetractionReason Reason, string Words, string? Notice = null) : ProposedChange
{
    public override ProposalKind Kind => ProposalKind.Retraction;

    public override Decision Decide(Claim? claim, string id, string? decided, KnownStreams known) =>
        ClaimDecider.Retract(claim, id, Reason, Words, Notice, decided);
}
