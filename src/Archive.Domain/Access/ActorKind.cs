namespace Archive.Domain.Access;

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    Person,
    Organisation,
    Software,
}
