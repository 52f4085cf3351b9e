using Archive.Domain.Sources;

namespace Archive.Domain.Erasures;

/// <summary>An event in the stream of a source whose words were erased.</summary>
public sealed record ErasedSourceEvent(string Stream, string Name, Type Was, ErasedPayload Payload) : ErasedEvent(Stream, Name, Was, Payload), ISourceEvent
{
    public string Source => Id;
}
