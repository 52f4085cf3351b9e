namespace Archive.Domain.Access;

/// <summary>An event in the stream of an actor.</summary>
public interface IActorEvent : IArchiveEvent
{
    /// <summary>Id of the actor.</summary>
    string Actor { get; }

    string IArchiveEvent.Stream => StreamName.OfActor(Actor);

    IEnumerable<string> IArchiveEvent.References => [];
}
