namespace Archive.Domain.Claims;

/// <summary>Standing among claims that answer the same question (Wikidata's rule: best is preferred, else normal, never deprecated).</summary>
public enum Rank
{
    Normal,
    Preferred,
    Deprecated,
}
