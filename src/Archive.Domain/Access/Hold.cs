using System.Text.Json.Serialization;

namespace Archive.Domain.Access;

/// <summary>That nothing under a thing may be erased.</summary>
/// <param name="Number">From 1 within the stream, never used again.</param>
/// <param name="Words">Why.</param>
/// <param name="LegalBasis">The law, order or contract.</param>
/// <param name="Capture">SHA-256 of the one capture that it is on; absent where it is on all that the stream is about.</param>
/// <param name="Lifted">Why it was lifted; absent while it is in force.</param>
public sealed record Hold(int Number, string Words, string LegalBasis, string? Capture = null, string? Lifted = null)
{
    [JsonIgnore]
    public bool IsInForce => Lifted is null;
}
