using Archive.Domain.Records;
using Archive.Projection;
using MediatR;

namespace Archive.Records;

/// <summary>What a record was about, over a stretch of entries.</summary>
public sealed class RecordVersion : Version<HappeningRecord>;

/// <summary>Keeps <see cref="RecordVersion"/>s.</summary>
internal sealed class RecordVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IRecordEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Records.Evolve(notification.Entry, notification.Event, state => HappeningRecord.Evolve(state, notification.Event));
        return Task.CompletedTask;
    }
}
