namespace Archive.Domain.Claims;

/// <summary>How a source stands to the claim that cites it.</summary>
public enum Stance
{
    Supports,
    Contradicts,
    Mentions,
}
