using Archive.Domain;
using Archive.Projection;
using MediatR;

namespace Archive.Ledger;

/// <summary>Keeps <see cref="StreamReference"/>s: read from the metadata, so that they outlive the erasure of an event's words.</summary>
internal sealed class StreamReferences<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : IArchiveEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        foreach (var (from, to) in StreamReferences.Of(notification.Entry.Stream, notification.Entry.Refs))
            batch.References.Reach(from, to, notification.Entry.Id);
        return Task.CompletedTask;
    }
}

/// <summary>Which streams an event makes reach which.</summary>
internal static class StreamReferences
{
    public static IEnumerable<(string From, string To)> Of(string stream, IEnumerable<string> refs)
    {
        var record = stream.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal)
            ? StreamName.OfRecord(ArchiveId.RecordOf(StreamName.IdOf(stream)))
            : null;
        foreach (var to in refs)
        {
            if (!to.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) && !to.StartsWith(StreamName.AuthorityPrefix, StringComparison.Ordinal))
                continue;
            yield return (stream, to);
            if (record is not null)
                yield return (record, to);
        }
    }
}
