namespace Archive.Domain.Evidence;

/// <summary>How a selector stands to a text.</summary>
public enum AnchorState
{
    /// <summary>It selects one place, and the words stand there exactly.</summary>
    Exact,

    /// <summary>It selects several places, and nothing in it decides between them.</summary>
    Ambiguous,

    /// <summary>It selects no place; what comes nearest is reported apart and is never taken for it.</summary>
    Missing,
}
