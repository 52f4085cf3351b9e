using Archive.Domain.Authorities;
using Archive.Projection;
using MediatR;

namespace Archive.Authorities;

/// <summary>What was known of an authority, over a stretch of entries.</summary>
public sealed class AuthorityVersion : Version<Authority>;

/// <summary>Keeps <see cref="AuthorityVersion"/>s.</summary>
internal sealed class AuthorityVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IAuthorityEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Authorities.Evolve(notification.Entry, notification.Event, state => Authority.Evolve(state, notification.Event));
        return Task.CompletedTask;
    }
}
