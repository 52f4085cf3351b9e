using Archive.Claims;
using Archive.Domain.Reviews;
using Archive.Snapshots;

namespace Archive.Reviews;

/// <summary>From documents to what is answered about proposals.</summary>
internal static class ProposalViews
{
    /// <param name="snapshot">As of when.</param>
    /// <param name="proposals">Proposals, each with its claim as it stood, in the order in which they are answered.</param>
    /// <param name="steps">What happened to them.</param>
    public static async Task<IReadOnlyList<ProposalView>> OfAsync(
        Snapshot snapshot, IReadOnlyList<(ClaimVersion Claim, Proposal Proposal)> proposals, ILookup<(string Stream, int Number), ProposalStep> steps)
    {
        var happened = proposals.SelectMany(item => steps[KeyOf(item.Claim, item.Proposal)]).Select(step => step.Entry);
        var entries = (await snapshot.EntriesAsync(happened)).ToDictionary(entry => entry.Id, entry => entry.ToView());
        return proposals.Select(item => View(item.Claim, item.Proposal, steps[KeyOf(item.Claim, item.Proposal)].ToArray(), entries)).ToArray();
    }

    public static (string Stream, int Number) KeyOf(ClaimVersion claim, Proposal proposal) => (claim.Stream, proposal.Number);

    private static ProposalView View(ClaimVersion version, Proposal proposal, ProposalStep[] steps, Dictionary<long, EventView> entries)
    {
        var claim = version.State;
        return new ProposalView(
            claim.Id,
            proposal.Number,
            proposal.Kind,
            proposal.State,
            proposal.Submitter,
            steps[0].Change.Words,
            claim.IsRecorded ? claim.Content.Says : (proposal.Terms?.Change as ProposedClaim)?.Content.Says,
            proposal.Terms?.Seen.MovesTo(claim).ToArray() ?? [],
            entries[steps[0].Entry],
            steps.Length > 1 ? new ProposalDecision(entries[steps[1].Entry], steps[1].Change.Words) : null);
    }
}
