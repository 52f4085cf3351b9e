namespace Archive.Domain.Reviews;

/// <summary>A proposal was taken back by who submitted it.</summary>
public sealed record ProposalWithdrawn(string Claim, int Number, string? Words = null) : IProposalEvent;
