namespace Archive.Domain.Claims;

/// <summary>A citation of a claim no longer counts.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Number">Number of the citation.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record CitationWithdrawn(string Claim, int Number, string Words, string? Decided = null) : IClaimEvent;
