namespace Archive.Domain.Packages;

/// <summary>What is checked of a bag; a finding says which of these failed. Closed.</summary>
public enum BagCheck
{
    /// <summary>What lies in the folder: symbolic links, names, counts and lengths.</summary>
    Layout,

    /// <summary><c>bagit.txt</c>.</summary>
    Declaration,

    /// <summary>Lines of text: their encoding and length.</summary>
    Encoding,

    /// <summary><c>bag-info.txt</c>.</summary>
    Info,

    /// <summary>A path that a manifest names.</summary>
    Path,

    /// <summary>A manifest of the payload or of tag files.</summary>
    Manifest,

    /// <summary><c>fetch.txt</c>: nothing is fetched.</summary>
    Fetch,

    /// <summary>A file against its digest.</summary>
    Digest,

    /// <summary>JSON that is not in its one canonical form.</summary>
    Canonical,

    /// <summary>A line of events.</summary>
    Event,

    /// <summary>An inclusion proof.</summary>
    Proof,

    /// <summary>The checkpoint.</summary>
    Checkpoint,

    /// <summary>The signed statement, and what it says.</summary>
    Statement,

    /// <summary>The bytes of a capture, and the text taken out of them.</summary>
    Capture,

    /// <summary>Words that events keep by reference.</summary>
    Kept,

    /// <summary>A quote in its capture's text.</summary>
    Quote,

    /// <summary>The snapshot against the fold of the events.</summary>
    Snapshot,

    /// <summary>The provenance.</summary>
    Provenance,
}
