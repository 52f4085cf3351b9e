using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Projection;
using MediatR;

namespace Archive.Access;

/// <summary>Keeps the versions of whatever an event on access or holds governs: which documents they are, its stream says.</summary>
internal sealed class GovernedVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IGovernanceEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        var (happened, entry) = (notification.Event, notification.Entry);
        if (happened.Subject.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal))
            batch.Records.Evolve(entry, happened, state => HappeningRecord.Evolve(state, happened));
        else if (happened.Subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal))
            batch.Claims.Evolve(entry, happened, state => Claim.Evolve(state, happened));
        else
            batch.Sources.Evolve(entry, happened, state => Source.Evolve(state, happened));
        return Task.CompletedTask;
    }
}
