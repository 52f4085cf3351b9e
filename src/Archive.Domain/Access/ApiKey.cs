using Archive.Domain.Erasures;

namespace Archive.Domain.Access;

/// <summary>An API key, as the events up to some moment left it.</summary>
/// <param name="Id">Id of the key.</param>
/// <param name="Actor">Whose it is.</param>
/// <param name="Prefix">What the key begins with.</param>
/// <param name="Hash">SHA-256 of its secret, lower-case hex.</param>
/// <param name="Expires">From when on it is refused.</param>
/// <param name="IsRevoked">Whether it was revoked.</param>
public sealed record ApiKey(string Id, string Actor, string Prefix, string Hash, DateTimeOffset? Expires = null, bool IsRevoked = false)
{
    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static ApiKey Evolve(ApiKey? key, IKeyEvent happened) => (key, happened) switch
    {
        (null, KeyIssued e) => new ApiKey(e.Key, e.Actor, e.Prefix, e.Hash, e.Expires),
        ({ } k, KeyRevoked) => k with { IsRevoked = true },
        // Of a key whose issue is erased nobody knows the secret's digest: it opens nothing any more.
        (_, ErasedKeyEvent e) => (key ?? new ApiKey(e.Key, "", "", "")) with { IsRevoked = true },
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of key {happened.Key}, which has {(key is null ? "not begun" : "begun")}."),
    };

    /// <summary>Whether it is taken at an instant.</summary>
    public bool HoldsAt(DateTimeOffset instant) => !IsRevoked && !(Expires <= instant);
}
