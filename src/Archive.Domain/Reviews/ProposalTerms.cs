namespace Archive.Domain.Reviews;

/// <summary>What an open proposal asks for.</summary>
/// <param name="Seen">The claim as the submitter saw it.</param>
/// <param name="Change">What is proposed.</param>
/// <param name="Words">What those who decide should know.</param>
public sealed record ProposalTerms(SeenClaim Seen, ProposedChange Change, string? Words);
