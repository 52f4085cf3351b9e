using Archive.Domain.Claims;

namespace Archive.Domain.Erasures;

/// <summary>An event in the stream of a claim whose words were erased.</summary>
public sealed record ErasedClaimEvent(string Stream, string Name, Type Was, ErasedPayload Payload) : ErasedEvent(Stream, Name, Was, Payload), IClaimEvent
{
    public string Claim => Id;
}
