using Archive.Domain.Erasures;

namespace Archive.Domain.Authorities;

/// <summary>An authority as the events up to some moment left it.</summary>
/// <param name="Id">Id of the authority.</param>
/// <param name="Kind">What it is; absent where that was erased.</param>
/// <param name="Description">What is known of it.</param>
/// <param name="MergedInto">The authority under which it is found, where it was merged.</param>
/// <param name="ErasedEvents">Events of it whose words were erased, in their order; absent where there are none.</param>
public sealed record Authority(string Id, AuthorityKind? Kind, AuthorityDescription Description, string? MergedInto, ValueList<ErasedWords>? ErasedEvents = null)
{
    private static readonly AuthorityDescription ErasedDescription = new(new AuthorityName(ErasedWords.Shown), [], []);

    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Authority Evolve(Authority? authority, IAuthorityEvent happened) => (authority, happened) switch
    {
        (null, AuthorityEstablished e) => new Authority(e.Authority, e.Kind, e.Description, null),
        ({ } a, AuthorityDescribed e) => a with { Description = e.Description },
        ({ } a, AuthorityMerged e) => a with { MergedInto = e.Into },
        (_, ErasedAuthorityEvent e) => Evolve(authority ?? new Authority(e.Authority, null, ErasedDescription, null), e),
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of authority {happened.Authority}, which has {(authority is null ? "not begun" : "begun")}."),
    };

    /// <summary>Where a merge was erased, what it was merged into is gone with it: it stands for itself again.</summary>
    private static Authority Evolve(Authority authority, ErasedAuthorityEvent erased) => authority with
    {
        Description = erased.Was == typeof(AuthorityEstablished) || erased.Was == typeof(AuthorityDescribed) ? ErasedDescription : authority.Description,
        ErasedEvents = erased.AddTo(authority.ErasedEvents),
    };
}
