using System.Globalization;

namespace EventStore.Client;

/// <summary>An event as it stands in its stream.</summary>
public class EventRecord
{
    public readonly string EventStreamId;
    public readonly Uuid EventId;
    public readonly StreamPosition EventNumber;
    public readonly string EventType;
    public readonly ReadOnlyMemory<byte> Data;
    public readonly ReadOnlyMemory<byte> Metadata;

    /// <summary>UTC, by the clock of the node that wrote it.</summary>
    public readonly DateTime Created;

    public readonly Position Position;
    public readonly string ContentType;

    /// <param name="metadata">The server's: type, content-type, and created in ticks of 100 ns since 1970.</param>
    /// <exception cref="KeyNotFoundException">One of the three is missing.</exception>
    public EventRecord(string eventStreamId, Uuid eventId, StreamPosition eventNumber, Position position, IDictionary<string, string> metadata,
        ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> customMetadata)
    {
        EventStreamId = eventStreamId;
        EventId = eventId;
        EventNumber = eventNumber;
        Position = position;
        Data = data;
        Metadata = customMetadata;
        EventType = metadata["type"];
        ContentType = metadata["content-type"];
        Created = DateTime.UnixEpoch.AddTicks(long.Parse(metadata["created"], CultureInfo.InvariantCulture));
    }
}
