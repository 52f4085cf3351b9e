namespace Archive.Evidence;

/// <summary>What a kept row is. Stored by name.</summary>
internal enum KeptKind
{
    /// <summary>Words that were quoted from a capture, or a proposed change that quotes some.</summary>
    Quote,

    /// <summary>The content of a sensitive claim, or the name of an actor.</summary>
    Content,

    /// <summary>The fingerprint of a command whose input has such words: by itself it would let them be guessed.</summary>
    Fingerprint,
}
