namespace Archive.Domain.Sources;

/// <summary>Somebody judged how reliable a source is.</summary>
public sealed record SourceRated(string Source, Reliability Reliability, string? Words = null, string? Decided = null) : ISourceEvent;
