namespace Archive.Domain.Sources;

/// <summary>A source is no longer held to repeat another voice.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Origin">Id of the source that it was held to repeat.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record SourceOriginWithdrawn(string Source, string Origin, string Words, string? Decided = null) : ISourceEvent
{
    IEnumerable<string> IArchiveEvent.References => [StreamName.OfSource(Origin)];
}
