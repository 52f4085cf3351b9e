namespace Archive.Citations;

/// <summary>What can happen to a claim that somebody has cited.</summary>
public enum ReferenceChangeKind
{
    Corrected,
    Disputed,
    DisputeResolved,
    DisputeReopened,
    Retracted,
    Reinstated,

    /// <summary>Its erasure was ordered.</summary>
    Erased,

    /// <summary>The words of one of its entries were erased from the log.</summary>
    ErasedFromLog,
}
