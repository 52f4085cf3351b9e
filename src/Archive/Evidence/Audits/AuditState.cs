namespace Archive.Evidence.Audits;

/// <summary>How something stands to what was recorded of it.</summary>
public enum AuditState
{
    /// <summary>As it was recorded: the digest is that of the bytes, the words stand where they stood.</summary>
    Exact,

    /// <summary>The words stand at several places, and nothing decides between them.</summary>
    Ambiguous,

    /// <summary>It is not there, and nobody ordered that.</summary>
    Missing,

    /// <summary>It is there, and is not what was recorded.</summary>
    Altered,

    /// <summary>It is not there, as an order to erase says. Expected: no failure.</summary>
    Erased,

    /// <summary>Words of a source that had no capture with a text: there is nothing to check them against. No failure.</summary>
    Unseen,
}
