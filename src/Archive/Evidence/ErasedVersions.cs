using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Sources;
using Archive.Projection;
using MediatR;

namespace Archive.Evidence;

/// <summary>Keeps the versions of whatever an erasure is about: which documents they are, its stream says.</summary>
internal sealed class ErasedVersions(ProjectionBatch batch) : INotificationHandler<Recorded<ContentErased>>
{
    public Task Handle(Recorded<ContentErased> notification, CancellationToken cancellationToken)
    {
        var (happened, entry) = (notification.Event, notification.Entry);
        if (happened.Subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal))
            batch.Claims.Evolve(entry, happened, state => Claim.Evolve(state, happened));
        else if (happened.Subject.StartsWith(StreamName.ActorPrefix, StringComparison.Ordinal))
            batch.Actors.Evolve(entry, happened, state => Actor.Evolve(state, happened));
        else
            batch.Sources.Evolve(entry, happened, state => Source.Evolve(state, happened));
        return Task.CompletedTask;
    }
}
