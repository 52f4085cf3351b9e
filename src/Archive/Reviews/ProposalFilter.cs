using Archive.Domain.Reviews;

namespace Archive.Reviews;

/// <summary>Which proposals are asked for; what is absent does not matter.</summary>
/// <param name="State">In this state.</param>
/// <param name="Record">On claims of this record.</param>
/// <param name="Claim">On this claim.</param>
/// <param name="Submitter">Submitted by this actor.</param>
public sealed record ProposalFilter(ProposalState? State = ProposalState.Open, string? Record = null, string? Claim = null, string? Submitter = null)
{
    /// <summary>What waits to be decided.</summary>
    public static readonly ProposalFilter Queue = new();

    internal bool Takes(Proposal proposal) => (State is null || proposal.State == State) && (Submitter is null || proposal.Submitter == Submitter);
}
