using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using MediatR;

namespace Archive.Projection;

/// <summary>Keeps the versions of whatever an event is about that stands in streams of several kinds: which documents they are, its stream says.</summary>
internal sealed class VersionsByStream<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IArchiveEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        var (happened, entry) = ((IArchiveEvent)notification.Event, notification.Entry);
        if (Is(StreamName.RecordPrefix))
            batch.Records.Evolve(entry, happened, state => HappeningRecord.Evolve(state, (IRecordEvent)happened));
        else if (Is(StreamName.ClaimPrefix))
            batch.Claims.Evolve(entry, happened, state => Claim.Evolve(state, (IClaimEvent)happened));
        else if (Is(StreamName.ActorPrefix))
            batch.Actors.Evolve(entry, happened, state => Actor.Evolve(state, (IActorEvent)happened));
        else
            batch.Sources.Evolve(entry, happened, state => Source.Evolve(state, (ISourceEvent)happened));
        return Task.CompletedTask;

        bool Is(string prefix) => happened.Stream.StartsWith(prefix, StringComparison.Ordinal);
    }
}
