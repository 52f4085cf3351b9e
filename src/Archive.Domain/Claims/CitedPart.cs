namespace Archive.Domain.Claims;

/// <summary>What part of a claim a citation is about.</summary>
public enum CitedPart
{
    All,
    When,
    Where,
    Who,
    Words,
}
