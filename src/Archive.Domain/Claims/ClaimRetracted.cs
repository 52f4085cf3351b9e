namespace Archive.Domain.Claims;

/// <summary>A claim was withdrawn; it stays readable with its retraction.</summary>
public sealed record ClaimRetracted(string Claim, RetractionReason Reason, string Words, string? Notice = null, string? Decided = null) : IClaimEvent;
