namespace Archive.Provenance;

/// <summary>What is to be known of the evidence behind a claim before one relies on it.</summary>
public enum EvidenceFinding
{
    /// <summary>The archive holds a capture of none of the sources that it cites.</summary>
    Unseen,

    /// <summary>No citation supports it: its sources mention it, or contradict it.</summary>
    Unsupported,

    /// <summary>All its support goes back to one independent origin.</summary>
    OneOrigin,

    /// <summary>A source contradicts it.</summary>
    Contradicted,

    /// <summary>Every source that supports it is weak: a lead only, or rated D (not usually reliable) or E (unreliable). F, cannot be judged, is not weak.</summary>
    WeakOnly,
}
