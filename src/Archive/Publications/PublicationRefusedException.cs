using Archive.Domain;

namespace Archive.Publications;

/// <summary>A log cannot be published there, or a witness refuses; the refusal says why.</summary>
internal sealed class PublicationRefusedException(string code, string message) : Exception(message)
{
    public Refusal Refusal { get; } = new(code, message);
}
