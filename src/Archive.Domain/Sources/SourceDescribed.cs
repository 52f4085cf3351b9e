namespace Archive.Domain.Sources;

/// <summary>The description of a source was replaced by a better one.</summary>
public sealed record SourceDescribed(string Source, SourceDescription Description, string Words, string? Decided = null) : ISourceEvent;
