using Archive.Domain.Reviews;
using Archive.Snapshots;

namespace Archive.Reviews;

/// <summary>A proposal as it stood at a moment.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Number">Its number, from 1 within the claim.</param>
/// <param name="Kind">What it proposes.</param>
/// <param name="State">How it stood.</param>
/// <param name="Submitter">Opaque id of who submitted it.</param>
/// <param name="Words">What those who decide should know.</param>
/// <param name="Says">What the claim said; where it was not recorded and the proposal was open, what it would say.</param>
/// <param name="Moves">What of the claim moved since it was submitted; while there is something, an open proposal cannot be accepted.</param>
/// <param name="Submitted">The entry that submitted it.</param>
/// <param name="Decided">How it was decided; absent while it was open.</param>
public sealed record ProposalView(
    string Claim,
    int Number,
    ProposalKind Kind,
    ProposalState State,
    string Submitter,
    string? Words,
    string? Says,
    IReadOnlyList<string> Moves,
    EventView Submitted,
    ProposalDecision? Decided)
{
    /// <summary>The entries that are told.</summary>
    internal IEnumerable<EventView> Events() => Decided is null ? [Submitted] : [Submitted, Decided.Event];
}
