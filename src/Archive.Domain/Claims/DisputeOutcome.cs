namespace Archive.Domain.Claims;

/// <summary>How a dispute ended.</summary>
public enum DisputeOutcome
{
    /// <summary>One of the versions holds.</summary>
    OneVersion,
    /// <summary>The versions do not exclude each other.</summary>
    BothHold,
    /// <summary>No version could be preferred; both are shown.</summary>
    LeftStanding,
}
