using EventStore.Client.Protocol.Streams;
using Actual = EventStore.Client.Protocol.Streams.AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase;
using Expected = EventStore.Client.Protocol.Streams.AppendResp.Types.WrongExpectedVersion.ExpectedRevisionOptionOneofCase;

namespace EventStore.Client;

/// <summary>What the server's answer to an append means. A conflict is an answer, not a failed call.</summary>
internal static class AppendAnswer
{
    /// <exception cref="WrongExpectedVersionException">A conflict, and the options ask to throw it.</exception>
    public static IWriteResult Read(AppendResp answer, string stream, EventStoreClientOperationOptions options) => answer.ResultCase switch
    {
        AppendResp.ResultOneofCase.Success => Success(answer.Success),
        AppendResp.ResultOneofCase.WrongExpectedVersion when options.ThrowOnAppendFailure => throw Conflict(answer.WrongExpectedVersion, stream),
        AppendResp.ResultOneofCase.WrongExpectedVersion => new WrongExpectedVersionResult(
            stream, ExpectedRevision(answer.WrongExpectedVersion), ActualRevision(answer.WrongExpectedVersion)),
        _ => throw new InvalidOperationException("The server answered an append with neither success nor conflict. Check that client and server fit."),
    };

    private static SuccessResult Success(AppendResp.Types.Success success) => new(
        success.HasCurrentRevision ? new StreamRevision(success.CurrentRevision) : StreamRevision.None,
        success.Position is { } position ? new Position(position.CommitPosition, position.PreparePosition) : default);

    private static WrongExpectedVersionException Conflict(AppendResp.Types.WrongExpectedVersion conflict, string stream) => conflict.ExpectedRevisionOptionCase switch
    {
        Expected.ExpectedRevision => new(stream, new StreamRevision(conflict.ExpectedRevision), ActualRevision(conflict)),
        Expected.ExpectedNoStream => new(stream, StreamState.NoStream, ActualRevision(conflict)),
        Expected.ExpectedStreamExists => new(stream, StreamState.StreamExists, ActualRevision(conflict)),
        _ => new(stream, StreamState.Any, ActualRevision(conflict)),
    };

    private static StreamRevision ExpectedRevision(AppendResp.Types.WrongExpectedVersion conflict) =>
        conflict.ExpectedRevisionOptionCase == Expected.ExpectedRevision ? new StreamRevision(conflict.ExpectedRevision) : StreamRevision.None;

    private static StreamRevision ActualRevision(AppendResp.Types.WrongExpectedVersion conflict) =>
        conflict.CurrentRevisionOptionCase == Actual.CurrentRevision ? new StreamRevision(conflict.CurrentRevision) : StreamRevision.None;
}
