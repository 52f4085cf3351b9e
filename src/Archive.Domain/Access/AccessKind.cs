namespace Archive.Domain.Access;

/// <summary>Who may see a thing.</summary>
public enum AccessKind
{
    /// <summary>Whoever may ask at all.</summary>
    Open,

    /// <summary>Auditors and administrators alone, until a day or without end.</summary>
    Closed,

    /// <summary>The roles that are named, and auditors and administrators.</summary>
    Restricted,
}
