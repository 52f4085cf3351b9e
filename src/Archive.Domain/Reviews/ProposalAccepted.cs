namespace Archive.Domain.Reviews;

/// <summary>A proposal was accepted; the event behind this one, appended with it, is the change.</summary>
public sealed record ProposalAccepted(string Claim, int Number, string? Words = null) : IProposalEvent;
