namespace Archive.Domain.Claims;

/// <summary>A claim got its rank among the claims that answer the same question.</summary>
public sealed record ClaimRanked(string Claim, Rank Rank, string? Words = null, string? Decided = null) : IClaimEvent;
