namespace Archive.Domain.Sources;

/// <summary>An event in the stream of a source.</summary>
public interface ISourceEvent : IArchiveEvent
{
    /// <summary>Id of the source.</summary>
    string Source { get; }

    string IArchiveEvent.Stream => StreamName.OfSource(Source);

    IEnumerable<string> IArchiveEvent.References => [];
}
