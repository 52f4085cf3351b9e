using Archive.Domain.Claims;
using Archive.Domain.Erasures;

namespace Archive.Domain.Reviews;

/// <summary>The fold of a claim's proposals.</summary>
internal static class Proposals
{
    /// <summary>A claim of which there is nothing but proposals: nobody sees it as a claim, and recording it makes it one.</summary>
    private static readonly ClaimContent Nothing = new("", new Background([], null), null, null, null, null, []);

    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Claim Evolve(Claim? claim, IProposalEvent happened) => (claim, happened) switch
    {
        (_, ProposalSubmitted e) when e.Number == (claim?.Proposals?.Count ?? 0) + 1 =>
            (claim ?? new Claim(e.Claim, 0, Nothing, [], Rank.Normal, null, [], null, 0)) with
            {
                Proposals = [.. claim?.Proposals ?? [], new Proposal(e.Number, e.Submitter, e.Kind, ProposalState.Open, new ProposalTerms(e.Seen, e.Change, e.Words, e.Kept))],
            },
        ({ } c, ProposalAccepted e) => Decided(c, e, ProposalState.Accepted),
        ({ } c, ProposalRejected e) => Decided(c, e, ProposalState.Rejected),
        ({ } c, ProposalWithdrawn e) => Decided(c, e, ProposalState.Withdrawn),
        _ => throw CannotFollow(happened),
    };

    /// <summary>A proposal whose words were erased keeps its number; which one an erased decision was on is gone, and it stays as it was.</summary>
    public static Claim Evolve(Claim? claim, ErasedClaimEvent erased)
    {
        var before = claim ?? new Claim(erased.Claim, 0, Nothing, [], Rank.Normal, null, [], null, 0);
        before = before with { ErasedEvents = erased.AddTo(before.ErasedEvents) };
        return erased.Was == typeof(ProposalSubmitted)
            ? before with { Proposals = [.. before.Proposals ?? [], new Proposal((before.Proposals?.Count ?? 0) + 1, ErasedWords.Shown, ProposalKind.Correction, ProposalState.Erased, null)] }
            : before;
    }

    private static Claim Decided(Claim claim, IProposalEvent happened, ProposalState state) =>
        claim.Proposals?.FirstOrDefault(proposal => proposal.Number == happened.Number) is { IsOpen: true } open
            ? claim with { Proposals = claim.Proposals.Select(proposal => proposal == open ? open with { State = state, Terms = null } : proposal).ToValueList() }
            : claim.ErasedEvents is not null ? claim : throw CannotFollow(happened);

    private static InvalidOperationException CannotFollow(IProposalEvent happened) => new(
        $"{happened.GetType().Name} of proposal {happened.Number} cannot follow in the stream of claim {happened.Claim}, where no such proposal is due.");
}
