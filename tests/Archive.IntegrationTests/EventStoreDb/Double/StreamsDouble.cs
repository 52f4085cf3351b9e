using EventStore.Client.Protocol.Streams;
using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>The Streams service of the double.</summary>
internal sealed class StreamsDouble(DoubleState state) : Streams.StreamsBase
{
    public override Task<AppendResp> Append(IAsyncStreamReader<AppendReq> requestStream, ServerCallContext context) =>
        new AppendCall(state).AnswerAsync(requestStream, context);

    public override Task Read(ReadReq request, IServerStreamWriter<ReadResp> responseStream, ServerCallContext context) =>
        new ReadCall(state, responseStream, context).AnswerAsync(request);

    public override Task<DeleteResp> Delete(DeleteReq request, ServerCallContext context) =>
        Task.FromResult(new DeleteCall(state).Delete(request, context));

    public override Task<TombstoneResp> Tombstone(TombstoneReq request, ServerCallContext context) =>
        Task.FromResult(new DeleteCall(state).Tombstone(request, context));

    public override Task BatchAppend(
        IAsyncStreamReader<BatchAppendReq> requestStream, IServerStreamWriter<BatchAppendResp> responseStream, ServerCallContext context) =>
        throw new RpcException(new Status(StatusCode.Unimplemented, "The double of EventStoreDB has no BatchAppend, and does not list it: use Append."));
}
