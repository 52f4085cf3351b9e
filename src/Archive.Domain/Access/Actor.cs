using Archive.Domain.Erasures;
using Archive.Domain.Evidence;

namespace Archive.Domain.Access;

/// <summary>Who did something or may do it, as the events up to some moment left it.</summary>
/// <param name="Id">Opaque id of the actor.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Name">Their name; absent where it is kept by reference.</param>
/// <param name="Kept">Salted digest of the name, where that is kept outside the log.</param>
/// <param name="Erased">That the name was ordered to be destroyed; absent where it was not.</param>
/// <param name="ErasedEvents">Events of it whose words were erased, in their order; absent where there are none.</param>
public sealed record Actor(string Id, ActorKind Kind, Role Role, string? Name = null, string? Kept = null, ValueList<Erasure>? Erased = null, ValueList<ErasedWords>? ErasedEvents = null)
    : IHoldsWords<Actor>
{
    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Actor Evolve(Actor? actor, IActorEvent happened) => (actor, happened) switch
    {
        (null, ActorRegistered e) => new Actor(e.Actor, e.Kind, e.Role, e.Name, e.Kept),
        ({ } a, ContentErased e) => a with { Erased = e.After(a.Erased) },
        ({ } a, ActorRoleSet e) => a with { Role = e.Role },
        (_, ErasedActorEvent e) => Evolve(actor, e),
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of actor {happened.Actor}, which has {(actor is null ? "not begun" : "begun")}."),
    };

    /// <summary>Whoever's registration is erased may do least, until a role is set; what they were is taken for the usual.</summary>
    private static Actor Evolve(Actor? before, ErasedActorEvent erased)
    {
        var actor = before ?? new Actor(erased.Actor, ActorKind.Person, Role.Reader, ErasedWords.Shown);
        return (erased.Was == typeof(ActorRoleSet) ? actor with { Role = Role.Reader } : actor) with { ErasedEvents = erased.AddTo(actor.ErasedEvents) };
    }

    public Actor Keep(Func<KeptWords, string> keep) => KeptName.Keep(Name, Kept, keep) is { } kept ? this with { Name = null, Kept = kept } : this;

    public Actor Join(Func<string, string?> find) => KeptName.Find(Kept, find) is { } name ? this with { Name = name } : this;
}
