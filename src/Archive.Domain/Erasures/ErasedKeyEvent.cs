using Archive.Domain.Access;

namespace Archive.Domain.Erasures;

/// <summary>An event in the stream of a API key whose words were erased.</summary>
public sealed record ErasedKeyEvent(string Stream, string Name, Type Was, ErasedPayload Payload) : ErasedEvent(Stream, Name, Was, Payload), IKeyEvent
{
    public string Key => Id;
}
