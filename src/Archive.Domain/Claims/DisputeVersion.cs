namespace Archive.Domain.Claims;

/// <summary>One answer to the question of a dispute, with its citations.</summary>
/// <param name="Says">The answer.</param>
/// <param name="Citations">The sources that give it, at least one.</param>
public sealed record DisputeVersion(string Says, ValueList<Citation> Citations);
