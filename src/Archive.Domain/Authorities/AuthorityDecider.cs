namespace Archive.Domain.Authorities;

/// <summary>Decides what happens to an authority. Pure; shape was checked before.</summary>
public static class AuthorityDecider
{
    public static Decision Establish(Authority? authority, string id, AuthorityKind kind, AuthorityDescription description, string? decided) =>
        authority is not null
            ? Decision.Refuse("authority-exists", $"Authority {id} was established before, as '{authority.Description.Name.Text}'. To change it, describe it; to add another, give it another id.")
            : Decision.Of(new AuthorityEstablished(id, kind, description, decided));

    public static Decision Describe(Authority? authority, string id, AuthorityDescription description, string words, string? decided)
    {
        if (Unchangeable(authority, id) is { } refused)
            return refused;
        return authority!.Description == description ? Decision.Nothing : Decision.Of(new AuthorityDescribed(id, description, words, decided));
    }

    /// <param name="into">The authority that stays, as it stands; advisory.</param>
    public static Decision Merge(Authority? authority, string id, Authority? into, string intoId, string words, string? decided)
    {
        if (authority?.MergedInto is { } before && before == intoId)
            return Decision.Nothing;
        if (Unchangeable(authority, id) is { } refused)
            return refused;
        if (into is null)
            return Unknown(intoId);
        if (id == intoId || into.MergedInto is not null)
            return Decision.Refuse("merge-cycle", $"Authority {id} cannot be merged into {intoId}, which is {(id == intoId ? "itself" : $"merged into {into.MergedInto}")}. Name the one that stays.");
        // Of what a kind was that was erased nobody can say that it is another.
        return into.Kind is { } there && authority!.Kind is { } here && there != here
            ? Decision.Refuse("merge-kinds", $"Authority {id} is a {Words(here)}, and {intoId} a {Words(there)}: they cannot be one.")
            : Decision.Of(new AuthorityMerged(id, intoId, words, decided));
    }

    private static Decision? Unchangeable(Authority? authority, string id)
    {
        if (authority is null)
            return Unknown(id);
        return authority.MergedInto is null
            ? null
            : Decision.Refuse("authority-merged", $"Authority {id} was merged into {authority.MergedInto}. Change that one.");
    }

    private static Decision Unknown(string id) => Decision.Refuse("authority-unknown", $"There is no authority {id}. Establish it first, or correct the id.");

    private static string Words(AuthorityKind kind) => kind.ToString().ToLowerInvariant();
}
