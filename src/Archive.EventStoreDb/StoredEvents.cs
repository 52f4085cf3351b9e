using System.Text.Json;
using Archive.Domain.Events;
using Archive.EventLog;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>
/// Events as they stand on the server: the stored name is the type, the event's JSON the data, and the metadata stands beside it in an object with the one
/// member <c>archive</c>, where the server's own conventions find room for others.
/// </summary>
internal static class StoredEvents
{
    public static EventData ToStored(NewEvent added) => new(Uuid.FromGuid(added.Id), added.Type, added.StoredData, added.StoredHeaders);

    /// <exception cref="UnreadableEventException">There is no metadata of the archive beside it.</exception>
    public static LoggedEvent ToLogged(EventRecord record, string stream) => new(
        PositionOf(record), record.EventId.ToGuid(), stream, record.EventNumber.ToInt64(), record.EventType, record.Data, ReadMetadata(record));

    /// <exception cref="NotSupportedException">The server gives no positions with the events of a stream.</exception>
    public static LogPosition PositionOf(EventRecord record) => record.Position == Position.End
        ? throw new NotSupportedException("The EventStoreDB server does not say where in its log the events of a stream stand. Use version 23.10 or newer.")
        : ToLog(record.Position);

    public static LogPosition ToLog(Position position) => new((long)position.CommitPosition, (long)position.PreparePosition);

    public static Position ToServer(LogPosition position) => new((ulong)position.Commit, (ulong)position.Prepare);

    private static EventMetadata ReadMetadata(EventRecord record)
    {
        try
        {
            if (EventMetadataJson.ReadHeader(record.Metadata.Span) is { } metadata)
                return metadata;
        }
        catch (JsonException e)
        {
            throw new UnreadableEventException($"The metadata of {Named(record)} cannot be read: {e.Message}", e);
        }

        throw new UnreadableEventException($"There is no metadata of the archive beside {Named(record)}: it was not written by the archive.");
    }

    private static string Named(EventRecord record) =>
        $"event {record.EventId.ToGuid()} of type {record.EventType} in the stream {record.EventStreamId}, revision {record.EventNumber}";
}
