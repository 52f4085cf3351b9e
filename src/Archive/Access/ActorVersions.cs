using Archive.Domain.Access;
using Archive.Projection;
using MediatR;

namespace Archive.Access;

/// <summary>Who an actor was and what they might do, over a stretch of entries.</summary>
public sealed class ActorVersion : Version<Actor>;

/// <summary>Keeps <see cref="ActorVersion"/>s.</summary>
internal sealed class ActorVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IActorEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Actors.Evolve(notification.Entry, notification.Event, state => Actor.Evolve(state, notification.Event));
        return Task.CompletedTask;
    }
}
