namespace Archive.Domain.Claims;

/// <summary>Whether a claim stands.</summary>
public enum ClaimStatus
{
    /// <summary>Recorded, with no open dispute.</summary>
    Standing,
    /// <summary>At least one dispute is open.</summary>
    Disputed,
    /// <summary>Withdrawn; it stays readable with its retraction.</summary>
    Retracted,
}
