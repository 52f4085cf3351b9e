using EventStore.Client.Protocol.Streams;
using Grpc.Core;
using DeleteCase = EventStore.Client.Protocol.Streams.DeleteReq.Types.Options.ExpectedStreamRevisionOneofCase;
using TombstoneCase = EventStore.Client.Protocol.Streams.TombstoneReq.Types.Options.ExpectedStreamRevisionOneofCase;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>Delete and Tombstone. Unlike Append they answer a conflict by a status.</summary>
internal sealed class DeleteCall(DoubleState state)
{
    public DeleteResp Delete(DeleteReq request, ServerCallContext context)
    {
        var expected = request.Options.ExpectedStreamRevisionCase switch
        {
            DeleteCase.Revision => checked((long)request.Options.Revision),
            DeleteCase.NoStream => ExpectedRevision.NoStream,
            DeleteCase.Any => ExpectedRevision.Any,
            DeleteCase.StreamExists => ExpectedRevision.StreamExists,
            _ => throw WireRefusals.InvalidArgument("A delete without an expected revision"),
        };
        var position = (ulong)Position(request.Options.StreamIdentifier.StreamName.ToStringUtf8(), expected, state.Log.Delete, context);
        return new DeleteResp { Position = new DeleteResp.Types.Position { CommitPosition = position, PreparePosition = position } };
    }

    public TombstoneResp Tombstone(TombstoneReq request, ServerCallContext context)
    {
        var expected = request.Options.ExpectedStreamRevisionCase switch
        {
            TombstoneCase.Revision => checked((long)request.Options.Revision),
            TombstoneCase.NoStream => ExpectedRevision.NoStream,
            TombstoneCase.Any => ExpectedRevision.Any,
            TombstoneCase.StreamExists => ExpectedRevision.StreamExists,
            _ => throw WireRefusals.InvalidArgument("A tombstone without an expected revision"),
        };
        var position = (ulong)Position(request.Options.StreamIdentifier.StreamName.ToStringUtf8(), expected, state.Log.Tombstone, context);
        return new TombstoneResp { Position = new TombstoneResp.Types.Position { CommitPosition = position, PreparePosition = position } };
    }

    private long Position(string stream, long expected, Func<string, long, AppendAnswer> delete, ServerCallContext context)
    {
        state.Access.Demand(context);
        RequiredLeader.Demand(state.Faults, context);
        var answer = delete(stream, expected);
        return answer.Result switch
        {
            AppendResult.StreamDeleted => throw WireRefusals.StreamDeleted(stream),
            AppendResult.WrongExpectedVersion => throw WireRefusals.WrongExpectedVersion("Delete", stream, expected, answer.Current),
            _ => answer.Position,
        };
    }
}
