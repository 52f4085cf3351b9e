namespace Archive.Evidence.Audits;

/// <summary>What an audit looks at.</summary>
public enum AuditedThing
{
    /// <summary>The bytes of a capture.</summary>
    Capture,

    /// <summary>The text that was taken out of a capture.</summary>
    Text,

    /// <summary>Words that a citation quotes.</summary>
    Quote,

    /// <summary>Words that an event keeps by reference: those of a sensitive claim or of an actor's name.</summary>
    Words,

    /// <summary>Bytes in the content store that belong to no capture that was recorded.</summary>
    Content,
}
