using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>Decides on proposals. Pure, see <see cref="ClaimDecider"/>.</summary>
public static class ProposalDecider
{
    /// <summary>Each version of a claim repeats the drafts of those that are open.</summary>
    public const int MostOpen = 64;

    /// <summary>Decided once in advance: what could not be accepted if somebody tried at once is refused as the change itself would be.</summary>
    public static Decision Submit(Claim? claim, string id, ProposedChange change, string submitter, string? words, KnownStreams known)
    {
        if (claim is { IsRecorded: true, Content.Kept: not null })
            return Decision.Refuse("proposal-sensitive", $"The content of claim {id} is sensitive and kept apart, and a proposal would not be. Tell an editor what is wrong with it.");
        var decision = change.Decide(claim, id, null, known);
        if (decision is not Decision.Accepted { Events: var made })
            return decision;
        return claim?.OpenProposals >= MostOpen
            ? Decision.Refuse("proposals-too-many", $"Claim {id} has {MostOpen} open proposals, and no more are taken. Wait until some are decided, or withdraw one.")
            : Decision.Of(new ProposalSubmitted(id, (claim?.Proposals?.Count ?? 0) + 1, submitter, SeenClaim.Of(claim), change.Kind, change, words, KeptChange.Of(made)));
    }

    /// <summary>The acceptance and its change, or neither.</summary>
    /// <param name="actor">Who accepts it.</param>
    /// <param name="decided">The editor's own date for the change, in EDTF.</param>
    public static Decision Accept(Claim? claim, string id, int number, string actor, string? words, string? decided, KnownStreams known)
    {
        if (Undecidable(claim, id, number, actor, out var proposal) is { } refused)
            return refused;
        return Made(claim!, proposal!, decided, known) switch
        {
            Decision.Accepted change => new Decision.Accepted([new ProposalAccepted(id, number, words), .. change.Events]),
            var other => other,
        };
    }

    public static Decision Reject(Claim? claim, string id, int number, string actor, string words) =>
        Undecidable(claim, id, number, actor, out _) ?? Decision.Of(new ProposalRejected(id, number, words));

    public static Decision Withdraw(Claim? claim, string id, int number, string actor, string? words)
    {
        if (Closed(claim, id, number, out var proposal) is { } refused)
            return refused;
        return proposal!.Submitter == actor
            ? Decision.Of(new ProposalWithdrawn(id, number, words))
            : Decision.Refuse("not-your-proposal", $"Proposal {number} of claim {id} was submitted by somebody else, who alone can withdraw it. An editor can reject it.");
    }

    /// <summary>What stands against accepting a proposal, whoever would; null where nothing does.</summary>
    public static Refusal? Obstacle(Claim claim, int number, KnownStreams known) =>
        ((Closed(claim, claim.Id, number, out var proposal) ?? Made(claim, proposal!, null, known)) as Decision.Refused)?.Refusal;

    private static Decision Made(Claim claim, Proposal proposal, string? decided, KnownStreams known)
    {
        if (WhenMoved(claim, proposal) is { } moved)
            return moved;
        return proposal.Terms!.Change is { } change
            ? change.Decide(claim, claim.Id, decided, known)
            : Decision.Refuse("content-erased", $"What proposal {proposal.Number} of claim {claim.Id} proposes was erased with a capture that it quotes. Reject it, and propose anew what is still wanted.");
    }

    private static Decision? Undecidable(Claim? claim, string id, int number, string actor, out Proposal? proposal) =>
        Closed(claim, id, number, out proposal) ?? (proposal!.Submitter != actor
            ? null
            : Decision.Refuse("own-proposal", $"Proposal {number} of claim {id} is your own, and nobody decides their own. Leave it to somebody else, or withdraw it."));

    private static Decision? Closed(Claim? claim, string id, int number, out Proposal? proposal)
    {
        proposal = claim?.Proposals?.FirstOrDefault(known => known.Number == number);
        if (proposal is null)
            return Decision.Refuse("proposal-unknown", $"Claim {id} has no proposal {number}. {Those(claim)}");
        return proposal.IsOpen
            ? null
            : Decision.Refuse("proposal-decided", $"Proposal {number} of claim {id} was {Word(proposal.State)} before, and stays so. Propose the change anew if it is still wanted.");
    }

    private static Decision? WhenMoved(Claim claim, Proposal proposal)
    {
        var moves = proposal.Terms!.Seen.MovesTo(claim).ToArray();
        return moves.Length == 0
            ? null
            : Decision.Refuse("claim-moved", $"Claim {claim.Id} moved since proposal {proposal.Number} was submitted: {string.Join("; ", moves)}. Reject it or have it withdrawn, and propose anew what is still wanted.");
    }

    private static string Those(Claim? claim)
    {
        var open = claim?.Proposals?.Where(proposal => proposal.IsOpen).Select(proposal => proposal.Number).ToArray() ?? [];
        return open.Length == 0 ? "None is open there." : $"Open are: {string.Join(", ", open)}.";
    }

    private static string Word(ProposalState state) => state.ToString().ToLowerInvariant();
}
