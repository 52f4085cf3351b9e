using System.Buffers.Binary;
using EventStore.Client.Protocol;
using EventStore.Client.Protocol.Streams;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>Events and ids as they go over the wire.</summary>
internal static class WireEvents
{
    public static Guid Id(UUID? id)
    {
        ArgumentNullException.ThrowIfNull(id);
        switch (id.ValueCase)
        {
            case UUID.ValueOneofCase.String:
                return Guid.Parse(id.String);
            case UUID.ValueOneofCase.Structured:
                Span<byte> bytes = stackalloc byte[16];
                BinaryPrimitives.WriteInt64BigEndian(bytes, id.Structured.MostSignificantBits);
                BinaryPrimitives.WriteInt64BigEndian(bytes[8..], id.Structured.LeastSignificantBits);
                return new Guid(bytes, bigEndian: true);
            default:
                throw new ArgumentException("the id is neither text nor two numbers", nameof(id));
        }
    }

    public static UUID Id(Guid id, bool asText)
    {
        if (asText)
            return new UUID { String = id.ToString() };
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new UUID
        {
            Structured = new UUID.Types.Structured
            {
                MostSignificantBits = BinaryPrimitives.ReadInt64BigEndian(bytes),
                LeastSignificantBits = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]),
            },
        };
    }

    public static ReadResp Event(DoubleEvent stored, bool idAsText) => new()
    {
        Event = new ReadResp.Types.ReadEvent
        {
            CommitPosition = (ulong)stored.Position,
            Event = new ReadResp.Types.ReadEvent.Types.RecordedEvent
            {
                Id = Id(stored.Id, idAsText),
                StreamIdentifier = Stream(stored.Stream),
                StreamRevision = (ulong)stored.Revision,
                CommitPosition = (ulong)stored.Position,
                PreparePosition = (ulong)stored.Position,
                Metadata =
                {
                    ["type"] = stored.Type,
                    ["created"] = stored.CreatedTicks.ToString(),
                    ["content-type"] = stored.IsJson ? "application/json" : "application/octet-stream",
                },
                Data = stored.Data,
                CustomMetadata = stored.Metadata,
            },
        },
    };

    public static ReadResp Checkpoint(LogPosition position) => new()
    {
        Checkpoint = new ReadResp.Types.Checkpoint { CommitPosition = (ulong)position.Commit, PreparePosition = (ulong)position.Prepare },
    };

    public static StreamIdentifier Stream(string name) => new() { StreamName = Google.Protobuf.ByteString.CopyFromUtf8(name) };
}
