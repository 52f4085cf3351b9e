namespace Archive.Domain.Sources;

/// <summary>A source became known to the archive.</summary>
public sealed record SourceRegistered(string Source, SourceDescription Description, string? Decided = null) : ISourceEvent;
