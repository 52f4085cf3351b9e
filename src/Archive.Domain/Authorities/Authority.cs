namespace Archive.Domain.Authorities;

/// <summary>An authority as the events up to some moment left it.</summary>
/// <param name="Id">Id of the authority.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">What is known of it.</param>
/// <param name="MergedInto">The authority under which it is found, where it was merged.</param>
public sealed record Authority(string Id, AuthorityKind Kind, AuthorityDescription Description, string? MergedInto)
{
    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Authority Evolve(Authority? authority, IAuthorityEvent happened) => (authority, happened) switch
    {
        (null, AuthorityEstablished e) => new Authority(e.Authority, e.Kind, e.Description, null),
        ({ } a, AuthorityDescribed e) => a with { Description = e.Description },
        ({ } a, AuthorityMerged e) => a with { MergedInto = e.Into },
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of authority {happened.Authority}, which has {(authority is null ? "not begun" : "begun")}."),
    };
}
