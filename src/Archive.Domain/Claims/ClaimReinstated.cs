namespace Archive.Domain.Claims;

/// <summary>The withdrawal of a claim was taken back.</summary>
public sealed record ClaimReinstated(string Claim, string Words, string? Decided = null) : IClaimEvent;
