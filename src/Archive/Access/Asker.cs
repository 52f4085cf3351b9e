using Archive.Domain.Access;

namespace Archive.Access;

/// <summary>Who asks, as the host found out: what may be done, and what an answer withholds, depends on it.</summary>
/// <param name="Actor">Opaque id of the actor.</param>
/// <param name="Role">What the actor may do; null where nothing is known of them, and then nothing is answered.</param>
/// <param name="Through">Opaque id of the administrator who acts as the actor; null where the actor does so themselves.</param>
public sealed record Asker(string? Actor, Role? Role, string? Through = null)
{
    /// <summary>Somebody of whom nothing is known.</summary>
    public static readonly Asker Nobody = new(null, null);

    /// <summary>The archive, where it checks itself: nothing is withheld from it.</summary>
    internal static readonly Asker Itself = new(null, Domain.Access.Role.Auditor);
}
