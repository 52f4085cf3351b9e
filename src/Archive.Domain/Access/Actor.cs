namespace Archive.Domain.Access;

/// <summary>Who did something or may do it, as the events up to some moment left it.</summary>
/// <param name="Id">Opaque id of the actor.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Name">Their name; absent where it is kept by reference.</param>
/// <param name="Kept">Salted digest of the name, where that is kept outside the log.</param>
public sealed record Actor(string Id, ActorKind Kind, Role Role, string? Name = null, string? Kept = null)
{
    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Actor Evolve(Actor? actor, IActorEvent happened) => (actor, happened) switch
    {
        (null, ActorRegistered e) => new Actor(e.Actor, e.Kind, e.Role, e.Name, e.Kept),
        ({ } a, ActorRoleSet e) => a with { Role = e.Role },
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of actor {happened.Actor}, which has {(actor is null ? "not begun" : "begun")}."),
    };
}
