using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>
/// An event of a proposal. It changes nothing about the claim in whose stream it stands: who edits that claim need not know of it. What an
/// accepted proposal changes is in the events behind its acceptance.
/// </summary>
/// <remarks>
/// It refers to its record alone. What a proposal names, the record does not rest on, and its snapshots do not reach, before it is accepted; then
/// the event of the change names it.
/// </remarks>
public interface IProposalEvent : IClaimEvent
{
    /// <summary>Number of the proposal, from 1 within the claim.</summary>
    int Number { get; }
}
