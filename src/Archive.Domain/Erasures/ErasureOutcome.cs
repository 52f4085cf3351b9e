namespace Archive.Domain.Erasures;

/// <summary>What became of the request to erase something.</summary>
public enum ErasureOutcome
{
    /// <summary>Not carried out yet.</summary>
    Pending,

    /// <summary>It is destroyed.</summary>
    Destroyed,

    /// <summary>A hold stood before the request in the order of entries: nothing was destroyed.</summary>
    Held,

    /// <summary>Another capture that is not erased has the same bytes: nothing was destroyed.</summary>
    Shared,
}
