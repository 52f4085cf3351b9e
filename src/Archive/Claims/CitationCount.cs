namespace Archive.Claims;

/// <summary>How many citations a claim has, by their stance.</summary>
public sealed record CitationCount(int Supports, int Contradicts, int Mentions);
