using EventStore.Client.Protocol.Streams;

namespace EventStore.Client;

/// <summary>From the wire to what was read. The bytes are not copied: a record keeps the message that it came in.</summary>
internal static class RecordedEvents
{
    public static ResolvedEvent Resolved(ReadResp.Types.ReadEvent read) =>
        new(Record(read.Event)!, Record(read.Link), read.HasCommitPosition ? read.CommitPosition : null);

    private static EventRecord? Record(ReadResp.Types.ReadEvent.Types.RecordedEvent? wire) => wire is null ? null : new EventRecord(
        wire.StreamIdentifier.StreamName.ToStringUtf8(), Uuid.From(wire.Id), new StreamPosition(wire.StreamRevision),
        new Position(wire.CommitPosition, wire.PreparePosition), wire.Metadata, wire.Data.Memory, wire.CustomMetadata.Memory);
}
