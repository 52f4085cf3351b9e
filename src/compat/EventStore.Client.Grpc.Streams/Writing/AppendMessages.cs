using EventStore.Client.Protocol;
using EventStore.Client.Protocol.Streams;
using Google.Protobuf;

namespace EventStore.Client;

/// <summary>The messages of an append: where to and what is expected there, then the events one by one.</summary>
internal static class AppendMessages
{
    public static AppendReq.Types.Options Expecting(StreamRevision revision) => new() { Revision = revision.ToUInt64() };

    public static AppendReq.Types.Options Expecting(StreamState state) => state switch
    {
        _ when state == StreamState.NoStream => new() { NoStream = new() },
        _ when state == StreamState.Any => new() { Any = new() },
        _ when state == StreamState.StreamExists => new() { StreamExists = new() },
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Give StreamState.NoStream, Any or StreamExists."),
    };

    public static StreamIdentifier Stream(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new StreamIdentifier { StreamName = ByteString.CopyFromUtf8(name) };
    }

    // The bytes are wrapped, not copied: the caller leaves them alone until the append is answered.
    public static AppendReq Of(EventData data) => new()
    {
        ProposedMessage = new()
        {
            Id = data.EventId.ToWire(),
            Data = UnsafeByteOperations.UnsafeWrap(data.Data),
            CustomMetadata = UnsafeByteOperations.UnsafeWrap(data.Metadata),
            Metadata = { { "type", data.Type }, { "content-type", data.ContentType } },
        },
    };
}
