namespace Archive.Domain.Sources;

/// <summary>The voice that a source repeats: a copy of an official text, an agency's story reprinted.</summary>
/// <param name="Source">Id of the source that spoke first, as far as is known.</param>
/// <param name="Likely">It is likely, not certain.</param>
public sealed record SourceOrigin(string Source, bool Likely);
