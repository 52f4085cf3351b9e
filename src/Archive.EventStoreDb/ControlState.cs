using System.Text.Json;
using Archive.Domain.Events;
using Archive.EventLog;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>The fold of the control stream.</summary>
/// <param name="Log">What the log says of itself; null where none was opened.</param>
/// <param name="Revision">Revision of the last control event; -1 where there is none.</param>
/// <param name="End">Position of the closing event: nothing behind it is of the log.</param>
internal sealed record ControlState(LogState? Log, long Revision, LogPosition? End)
{
    public static readonly ControlState Empty = new(null, -1, null);

    /// <exception cref="UnreadableEventException">A newer build wrote it, or it is not the archive's.</exception>
    public ControlState After(EventRecord record)
    {
        var moved = this with { Revision = record.EventNumber.ToInt64() };
        return record.EventType switch
        {
            LogOpened.EventType when Read<LogOpened>(record) is var opened => moved with
            {
                Log = new LogState(new LogIdentity(opened.Id, opened.Name, opened.Predecessors), null, null),
            },
            LogFillingBegun.EventType when Read<LogFillingBegun>(record) is var begun => moved with
            {
                Log = new LogState(new LogIdentity(begun.Id, begun.Name, begun.Predecessors), begun.From, null),
            },
            LogFilled.EventType when Log is not null => moved with { Log = Log with { FilledFrom = null } },
            LogClosure.EventType when Log is not null && Read<LogClosure>(record) is var closure => moved with
            {
                Log = Log with { Closed = Log.Closed ?? closure },
                End = End ?? StoredEvents.PositionOf(record),
            },
            _ => throw new UnreadableEventException($"The control event {record.EventId} of type {record.EventType} in the stream {record.EventStreamId} is not known to this build."),
        };
    }

    private static T Read<T>(EventRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(record.Data.Span, ArchiveJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new UnreadableEventException($"The control event {record.EventId} in the stream {record.EventStreamId} cannot be read: {e.Message}", e);
        }
    }
}
