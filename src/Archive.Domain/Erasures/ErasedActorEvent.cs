using Archive.Domain.Access;

namespace Archive.Domain.Erasures;

/// <summary>An event in the stream of an actor whose words were erased.</summary>
public sealed record ErasedActorEvent(string Stream, string Name, Type Was, ErasedPayload Payload) : ErasedEvent(Stream, Name, Was, Payload), IActorEvent
{
    public string Actor => Id;
}
