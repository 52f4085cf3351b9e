namespace Archive.Domain.Access;

/// <summary>An actor was given an API key: whoever presents its secret is taken for them.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="Actor">Whose it is.</param>
/// <param name="Prefix">What the key begins with, by which a person tells it from others; no secret.</param>
/// <param name="Hash">SHA-256 of the secret's 32 random bytes, lower-case hex. The secret itself stands nowhere.</param>
/// <param name="Expires">From when on it is refused; absent where it never expires.</param>
/// <param name="Words">What it is for.</param>
public sealed record KeyIssued(string Key, string Actor, string Prefix, string Hash, DateTimeOffset? Expires = null, string? Words = null) : IKeyEvent
{
    IEnumerable<string> IArchiveEvent.References => [StreamName.OfActor(Actor)];
}
