namespace Archive.Access;

/// <summary>A citation has words of its source that are not shown.</summary>
/// <param name="Citation">Number of the citation.</param>
/// <param name="Withheld">Why.</param>
public sealed record WithheldQuote(int Citation, Withheld Withheld);
