namespace Archive.Citations;

/// <summary>How a reference stands.</summary>
public enum ReferenceState
{
    /// <summary>Nothing happened since to what it cites.</summary>
    Unchanged,

    /// <summary>Something did.</summary>
    Changed,

    /// <summary>The archive has no such thing, or had none then.</summary>
    Unknown,
}
