namespace Archive.LedgerAudits;

/// <summary>What an audit of the ledger found otherwise.</summary>
public enum LedgerPart
{
    /// <summary>The log as a whole: its identity.</summary>
    Log,

    /// <summary>An event in the log.</summary>
    Event,

    /// <summary>An entry of the ledger in the read models: what they hold of an event.</summary>
    Entry,

    /// <summary>A document: the state of a stream over a stretch of entries.</summary>
    Version,

    /// <summary>That one stream reaches another.</summary>
    Reference,

    /// <summary>How far the ledger has come.</summary>
    Head,

    /// <summary>A stretch of the tree's hashes.</summary>
    Tile,

    /// <summary>A signed head of the tree.</summary>
    Checkpoint,

    /// <summary>A key that the ledger names.</summary>
    Key,
}
