using Archive.Domain.Authorities;

namespace Archive.Domain.Erasures;

/// <summary>An event in the stream of an authority whose words were erased.</summary>
public sealed record ErasedAuthorityEvent(string Stream, string Name, Type Was, ErasedPayload Payload) : ErasedEvent(Stream, Name, Was, Payload), IAuthorityEvent
{
    public string Authority => Id;
}
