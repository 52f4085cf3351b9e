namespace Archive.Domain.Claims;

/// <summary>Somebody judged how credible a claim is.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Credibility">The number of the Admiralty code, 1 (confirmed) to 5 (improbable); 6 means that it cannot be judged.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record ClaimRated(string Claim, int Credibility, string? Words = null, string? Decided = null) : IClaimEvent;
