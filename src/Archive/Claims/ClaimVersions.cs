using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Projection;
using MediatR;

namespace Archive.Claims;

/// <summary>A claim as it stood over a stretch of entries.</summary>
public sealed class ClaimVersion : Version<Claim>
{
    /// <summary>Id of the record that it belongs to.</summary>
    public required string Record { get; init; }

    internal static ClaimVersion Make(string stream, long entry, long first, Claim state, Change change) => new()
    {
        Id = $"{stream}@{entry}",
        Stream = stream,
        FromEntry = entry,
        ToEntry = Open,
        FirstEntry = first,
        State = state,
        Change = change,
        Record = ArchiveId.RecordOf(state.Id),
    };
}

/// <summary>Keeps <see cref="ClaimVersion"/>s.</summary>
internal sealed class ClaimVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IClaimEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Claims.Evolve(notification.Entry, notification.Event, state => Claim.Evolve(state, notification.Event));
        return Task.CompletedTask;
    }
}
