namespace EventStore.Client;

/// <summary>What was read: an event, or with links resolved the event that a link names, and the link.</summary>
public readonly struct ResolvedEvent
{
    /// <summary>Null, whatever its type says, when a link names an event that is gone.</summary>
    public readonly EventRecord Event;
    public readonly EventRecord? Link;
    public readonly Position? OriginalPosition;

    public ResolvedEvent(EventRecord @event, EventRecord? link, ulong? commitPosition)
    {
        Event = @event;
        Link = link;
        OriginalPosition = commitPosition is { } commit ? new Position(commit, (link ?? @event).Position.PreparePosition) : null;
    }

    public EventRecord OriginalEvent => Link ?? Event;

    public string OriginalStreamId => OriginalEvent.EventStreamId;

    public StreamPosition OriginalEventNumber => OriginalEvent.EventNumber;

    public bool IsResolved => Link is not null && Event is not null;
}
