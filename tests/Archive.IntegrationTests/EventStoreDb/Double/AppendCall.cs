using EventStore.Client.Protocol;
using EventStore.Client.Protocol.Streams;
using Grpc.Core;
using Timeout = System.Threading.Timeout;
using ExpectedCase = EventStore.Client.Protocol.Streams.AppendReq.Types.Options.ExpectedStreamRevisionOneofCase;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>One Append call: options, then one message per event, then one answer; and whatever was asked to go wrong.</summary>
internal sealed class AppendCall(DoubleState state)
{
    public async Task<AppendResp> AnswerAsync(IAsyncStreamReader<AppendReq> requests, ServerCallContext context)
    {
        if (!await requests.MoveNext(context.CancellationToken) || requests.Current.Options is not { } options)
            throw new InvalidOperationException("an append begins with its options");
        var expected = Expected(options);
        var stream = options.StreamIdentifier.StreamName.ToStringUtf8();
        state.Access.Demand(context);
        var events = await EventsAsync(requests, context);
        if (stream.Length == 0)
            throw new InvalidOperationException("a stream has a name");
        RequiredLeader.Demand(state.Faults, context);
        if (state.Faults.AppendDelay > TimeSpan.Zero)
            await Task.Delay(state.Faults.AppendDelay, context.CancellationToken);
        if (state.Faults.BeforeAppend is { } before)
            await before(stream).WaitAsync(context.CancellationToken);
        return await WriteAsync(stream, options, expected, events, context);
    }

    private async Task<AppendResp> WriteAsync(
        string stream, AppendReq.Types.Options options, long expected, List<ProposedEvent> events, ServerCallContext context)
    {
        var death = state.Faults.TakeDeath();
        if (death.Dying)
        {
            if (death.Write)
                state.Log.Append(stream, expected, events);
            if (death.Last)
                state.Die();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        }
        var fault = state.Faults.TakeAppend(stream);
        switch (fault)
        {
            case AppendFault.Refuse:
                throw WireRefusals.TooBusy();
            case AppendFault.TimeOutBeforeWrite:
                throw WireRefusals.TimedOut("Prepare phase timeout.");
            case AppendFault.ResetBeforeWrite:
                await state.Connections.ResetAsync(context);
                break;
        }
        var answer = state.Log.Append(stream, expected, events);
        switch (fault)
        {
            case AppendFault.TimeOutAfterWrite:
                throw WireRefusals.TimedOut("Commit phase timeout.");
            case AppendFault.LoseResponse:
                await state.Connections.ResetAsync(context);
                break;
        }
        return answer.Result switch
        {
            AppendResult.StreamDeleted => throw WireRefusals.StreamDeleted(stream),
            AppendResult.WrongExpectedVersion => new AppendResp { WrongExpectedVersion = Conflict(options, answer.Current) },
            _ => new AppendResp { Success = Success(answer) },
        };
    }

    private static long Expected(AppendReq.Types.Options options) => options.ExpectedStreamRevisionCase switch
    {
        ExpectedCase.Revision => checked((long)options.Revision),
        ExpectedCase.NoStream => ExpectedRevision.NoStream,
        ExpectedCase.Any => ExpectedRevision.Any,
        ExpectedCase.StreamExists => ExpectedRevision.StreamExists,
        _ => throw WireRefusals.InvalidArgument("An append without an expected revision"),
    };

    private static async Task<List<ProposedEvent>> EventsAsync(IAsyncStreamReader<AppendReq> requests, ServerCallContext context)
    {
        var (events, size) = (new List<ProposedEvent>(), 0);
        while (await requests.MoveNext(context.CancellationToken))
        {
            var message = requests.Current.ProposedMessage ?? throw new InvalidOperationException("options come once");
            if (!message.Metadata.TryGetValue("type", out var type))
                throw WireRefusals.MetadataMissing("type");
            if (!message.Metadata.TryGetValue("content-type", out var contentType))
                throw WireRefusals.MetadataMissing("content-type");
            var proposed = new ProposedEvent(Guid.Empty, type, contentType == "application/json", message.Data, message.CustomMetadata);
            size += proposed.Size;
            if (size > WireRefusals.MaximumAppendSize)
                throw WireRefusals.AppendTooLarge();
            proposed = proposed with { Id = WireEvents.Id(message.Id) };
            if (proposed.Id == Guid.Empty || type.Length == 0)
                throw new InvalidOperationException("an event has an id and a type");
            events.Add(proposed);
        }
        return events;
    }

    private static AppendResp.Types.Success Success(AppendAnswer answer)
    {
        var success = new AppendResp.Types.Success
        {
            Position = new AppendResp.Types.Position { CommitPosition = (ulong)answer.Position, PreparePosition = (ulong)answer.Position },
        };
        if (answer.Revision < 0)
            success.NoStream = new Empty();
        else
            success.CurrentRevision = (ulong)answer.Revision;
        return success;
    }

    private static AppendResp.Types.WrongExpectedVersion Conflict(AppendReq.Types.Options options, long current)
    {
        var conflict = new AppendResp.Types.WrongExpectedVersion();
        switch (options.ExpectedStreamRevisionCase)
        {
            case ExpectedCase.Any:
                (conflict.ExpectedAny, conflict.Any2060) = (new Empty(), new Empty());
                break;
            case ExpectedCase.StreamExists:
                (conflict.ExpectedStreamExists, conflict.StreamExists2060) = (new Empty(), new Empty());
                break;
            case ExpectedCase.NoStream:
                (conflict.ExpectedNoStream, conflict.ExpectedRevision2060) = (new Empty(), ulong.MaxValue);
                break;
            default:
                (conflict.ExpectedRevision, conflict.ExpectedRevision2060) = (options.Revision, options.Revision);
                break;
        }
        if (current < 0)
            (conflict.CurrentNoStream, conflict.NoStream2060) = (new Empty(), new Empty());
        else
            (conflict.CurrentRevision, conflict.CurrentRevision2060) = ((ulong)current, (ulong)current);
        return conflict;
    }
}
