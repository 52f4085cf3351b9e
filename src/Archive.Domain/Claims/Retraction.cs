namespace Archive.Domain.Claims;

/// <summary>The withdrawal of a claim.</summary>
public sealed record Retraction(RetractionReason Reason, string Words);
