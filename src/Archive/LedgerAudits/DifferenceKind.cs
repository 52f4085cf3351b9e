namespace Archive.LedgerAudits;

/// <summary>How something differs.</summary>
public enum DifferenceKind
{
    /// <summary>It is there, and is not what it should be.</summary>
    Changed,

    /// <summary>It should be there, and is not.</summary>
    Missing,

    /// <summary>It is there, and nothing made it.</summary>
    Unexpected,

    /// <summary>It is in another place than it was.</summary>
    Misplaced,

    /// <summary>It is there, and this build cannot read it, or make of it what was made of it.</summary>
    Unreadable,
}
