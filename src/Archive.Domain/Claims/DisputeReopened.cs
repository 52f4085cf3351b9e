namespace Archive.Domain.Claims;

/// <summary>A dispute that had ended is open again.</summary>
public sealed record DisputeReopened(string Claim, int Dispute, string Words, string? Decided = null) : IClaimEvent;
