using EventStore.Client.Protocol.Streams;
using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>The way of a read's messages to its caller, on which it can be cut.</summary>
internal sealed class ReadSending(DoubleState state, IServerStreamWriter<ReadResp> responses, ServerCallContext context, bool subscription)
{
    private static readonly WriteOptions Buffered = new(WriteFlags.BufferHint);

    private readonly (int Events, StreamCut Cut)? _cut = state.Faults.TakeCut(subscription);
    private int _events;

    /// <param name="idAsText">Null where the request names no format: the server's page then fails unseen, and the call hangs.</param>
    public async Task EventAsync(DoubleEvent stored, bool? idAsText, bool more)
    {
        if (idAsText is null)
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        if (_cut is var (events, cut) && _events >= events)
            await CutAsync(cut);
        await SendAsync(WireEvents.Event(stored, idAsText!.Value), more);
        _events++;
        if (_cut is var (last, how) && _events == last)
            await CutAsync(how);
    }

    public async Task SendAsync(ReadResp message, bool more = false)
    {
        if (state.Faults.TakeRandomCut() is { } cut)
            await CutAsync(cut);
        responses.WriteOptions = more ? Buffered : WriteOptions.Default;
        await responses.WriteAsync(message, context.CancellationToken);
    }

    private async Task CutAsync(StreamCut cut)
    {
        switch (cut)
        {
            case StreamCut.Reset:
                await state.Connections.ResetAsync(context);
                break;
            case StreamCut.ConsumerTooSlow:
                throw WireRefusals.TimedOut("Consumer too slow to handle event while live. Client resubscription required.");
            default:
                throw WireRefusals.TooBusy();
        }
    }
}
