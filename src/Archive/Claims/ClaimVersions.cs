using System.Text.Json.Serialization;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Projection;
using MediatR;

namespace Archive.Claims;

/// <summary>A claim as it stood over a stretch of entries.</summary>
public sealed class ClaimVersion : Version<Claim>
{
    /// <summary>Id of the record that it belongs to.</summary>
    public string Record => ArchiveId.RecordOf(State.Id);

    /// <summary>The citations whose quotes whoever asks does not see; never stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<WithheldQuote>? WithheldQuotes { get; internal set; }
}

/// <summary>Keeps <see cref="ClaimVersion"/>s.</summary>
internal sealed class ClaimVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IClaimEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Claims.Evolve(notification.Entry, notification.Event, state => Claim.Evolve(state, notification.Event), begins: notification.Event is ClaimRecorded);
        return Task.CompletedTask;
    }
}
