using EventStore.Client;
using EventStore.Client.Protocol.Streams;

namespace Archive.Tests.CompatibleClient;

public sealed class AppendAnswerTests
{
    private static readonly EventStoreClientOperationOptions Throwing = EventStoreClientOperationOptions.Default;

    private static readonly EventStoreClientOperationOptions Returning = new() { ThrowOnAppendFailure = false };

    [Fact]
    public void A_success_has_the_revision_and_the_position()
    {
        var result = AppendAnswer.Read(new() { Success = new() { CurrentRevision = 4, Position = new() { CommitPosition = 9, PreparePosition = 8 } } }, "s", Throwing);
        result.ShouldBe(new SuccessResult(new StreamRevision(4), new Position(9, 8)));
    }

    [Fact]
    public void An_empty_append_to_no_stream_has_neither() =>
        AppendAnswer.Read(new() { Success = new() { NoStream = new(), NoPosition = new() } }, "s", Throwing).ShouldBe(new SuccessResult(StreamRevision.None, default));

    [Fact]
    public void A_conflict_is_thrown_with_both_revisions()
    {
        var conflict = Should.Throw<WrongExpectedVersionException>(() => AppendAnswer.Read(Conflict(new() { CurrentRevision = 4, ExpectedRevision = 2 }), "s", Throwing));
        (conflict.StreamName, conflict.ExpectedStreamRevision, conflict.ActualStreamRevision).ShouldBe(("s", new StreamRevision(2), new StreamRevision(4)));
    }

    [Fact]
    public void A_conflict_with_a_state_has_no_expected_revision()
    {
        var conflict = Should.Throw<WrongExpectedVersionException>(() => AppendAnswer.Read(Conflict(new() { CurrentNoStream = new(), ExpectedStreamExists = new() }), "s", Throwing));
        (conflict.ExpectedVersion, conflict.ActualVersion).ShouldBe((null, null));
        conflict.ActualStreamRevision.ShouldBe(StreamRevision.None);
    }

    [Fact]
    public void A_conflict_is_returned_when_that_is_asked_for()
    {
        var result = AppendAnswer.Read(Conflict(new() { CurrentRevision = 4, ExpectedRevision = 2 }), "s", Returning).ShouldBeOfType<WrongExpectedVersionResult>();
        (result.StreamName, result.ActualStreamRevision, result.NextExpectedStreamRevision).ShouldBe(("s", new StreamRevision(4), new StreamRevision(2)));
    }

    [Fact]
    public void No_answer_is_a_fault_of_the_server() => Should.Throw<InvalidOperationException>(() => AppendAnswer.Read(new AppendResp(), "s", Throwing));

    private static AppendResp Conflict(AppendResp.Types.WrongExpectedVersion conflict) => new() { WrongExpectedVersion = conflict };
}
