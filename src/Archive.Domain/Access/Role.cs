namespace Archive.Domain.Access;

/// <summary>What an actor may do, by one table (docs/access.md). Whoever has no role may do nothing.</summary>
public enum Role
{
    /// <summary>Asks about what is open.</summary>
    Reader,

    /// <summary>Proposes changes, and decides none.</summary>
    Contributor,

    /// <summary>Changes what the archive holds, and decides what others propose.</summary>
    Editor,

    /// <summary>Checks everything, and changes nothing.</summary>
    Auditor,

    /// <summary>Everything, with access, holds, erasure, actors and keys.</summary>
    Administrator,
}
