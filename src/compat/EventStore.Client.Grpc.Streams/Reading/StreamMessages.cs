using EventStore.Client.Protocol.Streams;
using Content = EventStore.Client.Protocol.Streams.ReadResp.ContentOneofCase;

namespace EventStore.Client;

internal static class StreamMessages
{
    public static StreamMessage Of(ReadResp response) => response.ContentCase switch
    {
        Content.Event => new StreamMessage.Event(RecordedEvents.Resolved(response.Event)),
        Content.Checkpoint => new StreamMessage.AllStreamCheckpointReached(new Position(response.Checkpoint.CommitPosition, response.Checkpoint.PreparePosition)),
        Content.CaughtUp => StreamMessage.CaughtUp.Instance,
        Content.FellBehind => StreamMessage.FellBehind.Instance,
        Content.Confirmation => new StreamMessage.SubscriptionConfirmation(response.Confirmation.SubscriptionId),
        Content.StreamNotFound => StreamMessage.NotFound.Instance,
        Content.FirstStreamPosition => new StreamMessage.FirstStreamPosition(new StreamPosition(response.FirstStreamPosition)),
        Content.LastStreamPosition => new StreamMessage.LastStreamPosition(new StreamPosition(response.LastStreamPosition)),
        Content.LastAllStreamPosition => new StreamMessage.LastAllStreamPosition(
            new Position(response.LastAllStreamPosition.CommitPosition, response.LastAllStreamPosition.PreparePosition)),
        _ => StreamMessage.Unknown.Instance,
    };
}
