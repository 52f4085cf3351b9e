namespace Archive.Domain.Claims;

/// <summary>Whose error a correction mends.</summary>
public enum Fault
{
    /// <summary>The archive repeated an error of its source.</summary>
    Source,
    /// <summary>The archive itself erred.</summary>
    Archive,
    /// <summary>Nobody erred: more became known.</summary>
    None,
}
