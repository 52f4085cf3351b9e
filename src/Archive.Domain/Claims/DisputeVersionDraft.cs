namespace Archive.Domain.Claims;

/// <summary>An answer to the question of a dispute, as it was submitted.</summary>
public sealed record DisputeVersionDraft(string Says, ValueList<CitationDraft> Citations);
