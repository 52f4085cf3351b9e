namespace Archive.Domain.Access;

/// <summary>An actor may do something else from now on.</summary>
public sealed record ActorRoleSet(string Actor, Role Role, string Words) : IActorEvent;
