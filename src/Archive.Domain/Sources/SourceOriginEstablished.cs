namespace Archive.Domain.Sources;

/// <summary>A source was found to repeat another voice.</summary>
public sealed record SourceOriginEstablished(string Source, SourceOrigin Origin, string? Words = null, string? Decided = null) : ISourceEvent
{
    IEnumerable<string> IArchiveEvent.References => [StreamName.OfSource(Origin.Source)];
}
