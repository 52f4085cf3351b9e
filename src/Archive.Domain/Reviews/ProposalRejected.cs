namespace Archive.Domain.Reviews;

/// <summary>A proposal was rejected, and the words say why.</summary>
public sealed record ProposalRejected(string Claim, int Number, string Words) : IProposalEvent;
