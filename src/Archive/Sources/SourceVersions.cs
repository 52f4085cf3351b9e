using Archive.Domain.Sources;
using Archive.Projection;
using MediatR;

namespace Archive.Sources;

/// <summary>What was known of a source, over a stretch of entries.</summary>
public sealed class SourceVersion : Version<Source>;

/// <summary>Keeps <see cref="SourceVersion"/>s.</summary>
internal sealed class SourceVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : ISourceEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Sources.Evolve(notification.Entry, notification.Event, state => Source.Evolve(state, notification.Event));
        return Task.CompletedTask;
    }
}
