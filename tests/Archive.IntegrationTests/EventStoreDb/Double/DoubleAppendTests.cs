using EventStore.Client.Protocol;
using EventStore.Client.Protocol.Streams;
using Grpc.Core;
using static Archive.IntegrationTests.EventStoreDb.RawStreams;

namespace Archive.IntegrationTests.EventStoreDb;

public sealed class DoubleAppendTests : IAsyncLifetime
{
    private EventStoreDouble _server = null!;
    private RawStreams _raw = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EventStoreDouble.StartAsync();
        _raw = new RawStreams(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _raw.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_append_answers_the_revision_and_the_position_of_its_last_event_with_commit_and_prepare_equal()
    {
        var success = (await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(3))).Success;

        success.CurrentRevision.ShouldBe(2ul);
        success.Position.CommitPosition.ShouldBe(success.Position.PreparePosition);
        var ofStream = (await _raw.ReadAsync(OfStream(StreamFrom("one")))).Select(message => message.Event.Event).ToArray();
        var ofAll = (await _raw.ReadAsync(OfAll(AllFromStart(), ByStream("one")))).Select(message => message.Event.Event).ToArray();
        ofAll.Select(stored => stored.CommitPosition).ShouldBe(ofStream.Select(stored => stored.CommitPosition));
        ofAll.ShouldAllBe(stored => stored.CommitPosition == stored.PreparePosition);
        ofAll[2].CommitPosition.ShouldBe(success.Position.CommitPosition);
        ofAll.Zip(ofAll.Skip(1)).ShouldAllBe(pair => pair.Second.CommitPosition > pair.First.CommitPosition + 1);
    }

    [Fact]
    public async Task A_conflict_is_answered_in_band_with_what_was_expected_and_what_is()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(2));

        var ofRevision = (await _raw.AppendAsync("one", 7, Events(1))).WrongExpectedVersion;
        (ofRevision.ExpectedRevision, ofRevision.ExpectedRevision2060, ofRevision.CurrentRevision, ofRevision.CurrentRevision2060)
            .ShouldBe((7ul, 7ul, 1ul, 1ul));
        var ofNoStream = (await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(1))).WrongExpectedVersion;
        ofNoStream.ExpectedNoStream.ShouldNotBeNull();
        ofNoStream.ExpectedRevision2060.ShouldBe(ulong.MaxValue);
        var ofExists = (await _raw.AppendAsync("none", ExpectedRevision.StreamExists, Events(1))).WrongExpectedVersion;
        ofExists.ExpectedStreamExists.ShouldNotBeNull();
        ofExists.StreamExists2060.ShouldNotBeNull();
        ofExists.CurrentNoStream.ShouldNotBeNull();
        ofExists.NoStream2060.ShouldNotBeNull();
        (await _raw.AppendAsync("one", 0, Events(1))).WrongExpectedVersion.CurrentRevision.ShouldBe(1ul);
    }

    [Theory]
    [InlineData(ExpectedRevision.NoStream)]
    [InlineData(ExpectedRevision.Any)]
    public async Task A_repeat_by_event_id_answers_what_the_first_answered_and_writes_nothing(long expected)
    {
        var events = Events(2);
        var first = await _raw.AppendAsync("one", expected, events);
        await _raw.AppendAsync("one", 1, Events(1));
        foreach (var message in events)
            message.Data = Google.Protobuf.ByteString.CopyFromUtf8("other data");

        var again = await _raw.AppendAsync("one", expected, events);

        again.ShouldBe(first);
        (await _raw.ReadAsync(OfStream(StreamFrom("one")))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_repeat_at_a_revision_answers_what_the_first_answered()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(1));
        var events = Events(2);
        var first = await _raw.AppendAsync("one", 0, events);

        (await _raw.AppendAsync("one", 0, events)).ShouldBe(first);
        (await _raw.AppendAsync("one", 0, events[..1])).Success.CurrentRevision.ShouldBe(1ul);
    }

    [Theory]
    [InlineData(ExpectedRevision.NoStream)]
    [InlineData(ExpectedRevision.Any)]
    public async Task A_partial_repeat_is_a_conflict(long expected)
    {
        var events = Events(2);
        await _raw.AppendAsync("one", expected, events[..1]);

        (await _raw.AppendAsync("one", expected, events)).ResultCase.ShouldBe(AppendResp.ResultOneofCase.WrongExpectedVersion);
    }

    [Fact]
    public async Task An_id_in_another_stream_is_no_repeat_and_a_forgotten_one_is_one_only_at_its_revision()
    {
        var events = Events(1);
        await _raw.AppendAsync("one", ExpectedRevision.Any, events);
        (await _raw.AppendAsync("two", ExpectedRevision.Any, events)).Success.CurrentRevision.ShouldBe(0ul);

        _server.Log.ForgetRecentIds();

        (await _raw.AppendAsync("one", ExpectedRevision.NoStream, events)).Success.CurrentRevision.ShouldBe(0ul);
        (await _raw.AppendAsync("one", ExpectedRevision.Any, events)).Success.CurrentRevision.ShouldBe(1ul);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("content-type")]
    public async Task A_missing_type_or_content_type_is_refused_with_a_trailer(string property)
    {
        var message = Event(Guid.NewGuid());
        message.Metadata.Remove(property);

        var refusal = await RefusedAsync("one", message);

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Trailers.GetValue("exception").ShouldBe("missing-required-metadata-property");
    }

    [Fact]
    public async Task A_missing_id_an_empty_type_and_an_empty_stream_fail_in_the_handler()
    {
        var noId = Event(Guid.NewGuid());
        noId.Id = null;

        RpcException[] refusals =
            [await RefusedAsync("one", noId), await RefusedAsync("one", Event(Guid.NewGuid(), "")), await RefusedAsync("", Event(Guid.NewGuid()))];

        foreach (var refusal in refusals)
        {
            refusal.Status.ShouldSatisfyAllConditions(
                status => status.StatusCode.ShouldBe(StatusCode.Unknown), status => status.Detail.ShouldBe("Exception was thrown by handler."));
            refusal.Trailers.GetValue("exception").ShouldBeNull();
        }
    }

    [Fact]
    public async Task The_limit_of_bytes_is_of_the_append_and_not_of_the_event()
    {
        var half = WireRefusals.MaximumAppendSize / 2;

        (await _raw.AppendAsync("one", ExpectedRevision.NoStream, [Event(Guid.NewGuid(), "t", half - 2), Event(Guid.NewGuid(), "t", half - 2)]))
            .Success.CurrentRevision.ShouldBe(1ul);
        var refusal = await Should.ThrowAsync<RpcException>(
            () => _raw.AppendAsync("one", 1, [Event(Guid.NewGuid(), "t", half), Event(Guid.NewGuid(), "t", half)]));

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Trailers.GetValue("exception").ShouldBe("maximum-append-size-exceeded");
        refusal.Trailers.GetValue("maximum-append-size").ShouldBe("1048576");
        _server.Log.Events.Count(stored => stored.Stream == "one").ShouldBe(2);
    }

    [Fact]
    public async Task An_empty_append_succeeds_and_still_checks_the_revision()
    {
        (await _raw.AppendAsync("one", ExpectedRevision.NoStream, [])).Success.NoStream.ShouldNotBeNull();
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(1));

        (await _raw.AppendAsync("one", 0, [])).Success.CurrentRevision.ShouldBe(0ul);
        (await _raw.AppendAsync("one", 5, [])).WrongExpectedVersion.CurrentRevision.ShouldBe(0ul);
    }

    [Fact]
    public async Task Only_exactly_application_json_is_json()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream,
            [Event(Guid.NewGuid()), Event(Guid.NewGuid(), contentType: "application/json; charset=utf-8")]);

        var read = await _raw.ReadAsync(OfStream(StreamFrom("one")));

        read.Select(message => message.Event.Event.Metadata["content-type"]).ShouldBe(["application/json", "application/octet-stream"]);
    }

    [Fact]
    public async Task A_deleted_stream_is_written_on_and_a_tombstoned_one_never()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(2));
        await _raw.Streams.DeleteAsync(new DeleteReq { Options = new() { StreamIdentifier = WireEvents.Stream("one"), Revision = 1 } });
        (await _raw.ReadAsync(OfStream(StreamFrom("one")))).ShouldHaveSingleItem().StreamNotFound.ShouldNotBeNull();
        (await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(1))).Success.CurrentRevision.ShouldBe(2ul);
        (await _raw.ReadAsync(OfStream(StreamFrom("one")))).ShouldHaveSingleItem().Event.Event.StreamRevision.ShouldBe(2ul);
        await _raw.Streams.TombstoneAsync(new TombstoneReq { Options = new() { StreamIdentifier = WireEvents.Stream("one"), Any = new Empty() } });

        var refusals = new[]
        {
            await Should.ThrowAsync<RpcException>(() => _raw.AppendAsync("one", ExpectedRevision.Any, Events(1))),
            await Should.ThrowAsync<RpcException>(() => _raw.ReadAsync(OfStream(StreamFrom("one")))),
        };

        refusals.ShouldAllBe(refusal => refusal.StatusCode == StatusCode.FailedPrecondition);
        refusals.ShouldAllBe(refusal => refusal.Trailers.GetValue("exception") == "stream-deleted");
    }

    [Fact]
    public async Task A_batch_append_is_refused_and_not_listed()
    {
        using var call = _raw.Streams.BatchAppend();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(default))).StatusCode.ShouldBe(StatusCode.Unimplemented);
        var methods = (await _raw.Features.GetSupportedMethodsAsync(new Empty())).Methods;
        methods.ShouldContain(method => method.ServiceName == "event_store.client.streams.streams" && method.MethodName == "append");
        methods.ShouldNotContain(method => method.MethodName == "batchappend");
    }

    private Task<RpcException> RefusedAsync(string stream, AppendReq.Types.ProposedMessage message) =>
        Should.ThrowAsync<RpcException>(() => _raw.AppendAsync(stream, ExpectedRevision.Any, [message]));
}
