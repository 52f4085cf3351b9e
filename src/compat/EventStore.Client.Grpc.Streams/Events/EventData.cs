namespace EventStore.Client;

/// <summary>An event to append. Its bytes are sent as they stand when the append is sent: do not change them before it is answered.</summary>
public sealed class EventData
{
    public readonly ReadOnlyMemory<byte> Data;
    public readonly Uuid EventId;
    public readonly ReadOnlyMemory<byte> Metadata;
    public readonly string Type;
    public readonly string ContentType;

    /// <exception cref="ArgumentOutOfRangeException">The id is empty, or the content type is neither application/json nor application/octet-stream.</exception>
    public EventData(Uuid eventId, string type, ReadOnlyMemory<byte> data, ReadOnlyMemory<byte>? metadata = null, string contentType = "application/json")
    {
        if (eventId == Uuid.Empty)
            throw new ArgumentOutOfRangeException(nameof(eventId), eventId, "Give the event an id.");
        if (contentType is not ("application/json" or "application/octet-stream"))
            throw new ArgumentOutOfRangeException(nameof(contentType), contentType, "Give application/json or application/octet-stream.");
        EventId = eventId;
        Type = type;
        Data = data;
        Metadata = metadata ?? ReadOnlyMemory<byte>.Empty;
        ContentType = contentType;
    }
}
