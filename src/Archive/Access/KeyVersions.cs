using Archive.Domain.Access;
using Archive.Projection;
using MediatR;

namespace Archive.Access;

/// <summary>What an API key was, over a stretch of entries.</summary>
public sealed class KeyVersion : Version<ApiKey>;

/// <summary>Keeps <see cref="KeyVersion"/>s.</summary>
internal sealed class KeyVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IKeyEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Keys.Evolve(notification.Entry, notification.Event, state => ApiKey.Evolve(state, notification.Event));
        return Task.CompletedTask;
    }
}
