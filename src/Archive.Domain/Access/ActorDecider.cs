namespace Archive.Domain.Access;

/// <summary>Decides what happens to an actor. Pure; shape was checked before.</summary>
public static class ActorDecider
{
    /// <param name="sensitive">Whether the name is kept by reference, so that it can be erased one day.</param>
    public static Decision Register(Actor? actor, string id, ActorKind kind, Role role, string name, string? words, bool sensitive = false) =>
        actor is not null
            ? Decision.Refuse("actor-exists", $"Actor {id} was registered before, as {Words(actor.Role)}. To change what they may do, run 'archive actor role {id} ROLE'; to add another, give it another id.")
            : Decision.Of(new ActorRegistered(id, kind, role, name, sensitive ? KeptName.ToBeKept : null, words));

    /// <param name="by">
    /// Who sets it: never the actor themselves. So whoever takes the administrator's role from another still has it, and the archive never loses its
    /// last administrator by one command.
    /// </param>
    public static Decision SetRole(Actor? actor, string id, Role role, string by, string words)
    {
        if (actor is null)
            return Unknown(id);
        if (id == by)
            return Decision.Refuse("own-role", $"Nobody sets their own role, and you act as {id}. Ask another administrator.");
        return actor.Role == role ? Decision.Nothing : Decision.Of(new ActorRoleSet(id, role, words));
    }

    public static Decision Unknown(string id) => new Decision.Refused(UnknownRefusal(id));

    /// <summary>What is said wherever an actor is named who is not registered.</summary>
    public static Refusal UnknownRefusal(string id) =>
        new Refusal("actor-unknown", $"There is no actor {id}. Register them first ('archive actor add {id}'), or correct the id.");

    private static string Words(Role role) => role.ToString().ToLowerInvariant();
}
