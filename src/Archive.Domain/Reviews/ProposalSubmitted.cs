namespace Archive.Domain.Reviews;

/// <summary>Somebody proposed a change of a claim, for others to decide.</summary>
/// <param name="Claim">Id of the claim; where it is not recorded, this proposes it.</param>
/// <param name="Number">Number of the proposal, from 1 within the claim.</param>
/// <param name="Submitter">Opaque id of who proposed it.</param>
/// <param name="Seen">The claim as the submitter saw it.</param>
/// <param name="Change">What is proposed.</param>
/// <param name="Words">What those who decide should know.</param>
public sealed record ProposalSubmitted(
    string Claim, int Number, string Submitter, SeenClaim Seen, ProposedChange Change, string? Words = null) : IProposalEvent;
