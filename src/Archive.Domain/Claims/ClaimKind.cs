namespace Archive.Domain.Claims;

/// <summary>What a claim is about; each kind has its own particulars.</summary>
public enum ClaimKind
{
    Arrival,
    Departure,
    Meeting,
    Signing,
    Statement,
    Reaction,
    Background,
}
