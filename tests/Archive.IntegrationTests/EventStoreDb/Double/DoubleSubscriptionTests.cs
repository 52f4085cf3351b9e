using EventStore.Client.Protocol.Streams;
using Grpc.Core;
using static Archive.IntegrationTests.EventStoreDb.RawStreams;
using Case = EventStore.Client.Protocol.Streams.ReadResp.ContentOneofCase;

namespace Archive.IntegrationTests.EventStoreDb;

public sealed class DoubleSubscriptionTests : IAsyncLifetime
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
    public async Task A_subscription_confirms_catches_up_says_so_and_follows()
    {
        await _raw.AppendAsync("archive:1", ExpectedRevision.NoStream, Events(2));
        using var call = _raw.Streams.Read(new ReadReq { Options = Subscribing(OfAll(AllFromStart(), ByStream("archive:"))) });

        foreach (var expected in new[] { Case.Confirmation, Case.Event, Case.Event, Case.CaughtUp })
            (await NextAsync(call)).ContentCase.ShouldBe(expected);
        _server.PutForeign();
        await _raw.AppendAsync("archive:2", ExpectedRevision.NoStream, Events(1));
        (await NextAsync(call)).Event.Event.StreamIdentifier.StreamName.ToStringUtf8().ShouldBe("archive:2");
    }

    [Fact]
    public async Task The_start_is_exclusive()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(3));
        var second = _server.Log.Events.Single(stored => stored is { Stream: "one", Revision: 1 }).Position;

        var ofAll = await _raw.SubscribeAsync(OfAll(AllFrom(new LogPosition(second, second)), ByStream("one")), IsCaughtUp);
        var ofStream = await _raw.SubscribeAsync(OfStream(StreamFrom("one", 1)), IsCaughtUp);

        Revisions(ofAll).ShouldBe([2ul]);
        Revisions(ofStream).ShouldBe([2ul]);
    }

    [Fact]
    public async Task From_the_end_only_what_comes_is_told()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(3));
        using var call = _raw.Streams.Read(new ReadReq { Options = Subscribing(OfAll(AllFromEnd(), ByStream("one"))) });

        (await NextAsync(call)).ContentCase.ShouldBe(Case.Confirmation);
        (await NextAsync(call)).ContentCase.ShouldBe(Case.CaughtUp);
        await _raw.AppendAsync("one", 2, Events(1));
        (await NextAsync(call)).Event.Event.StreamRevision.ShouldBe(3ul);
    }

    [Fact]
    public async Task Pages_without_a_match_give_checkpoints_with_prepare_position_0_from_which_nothing_is_missed()
    {
        _server.PutForeign(count: 35);
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(3));

        var read = await _raw.SubscribeAsync(OfAll(AllFromStart(), ByStream("one", window: 10)), IsCaughtUp);

        var checkpoints = read.Where(message => message.ContentCase == Case.Checkpoint).Select(message => message.Checkpoint).ToArray();
        checkpoints.Length.ShouldBeGreaterThan(2);
        checkpoints.ShouldContain(checkpoint => checkpoint.PreparePosition == 0 && checkpoint.CommitPosition > 0);
        checkpoints.ShouldContain(checkpoint => checkpoint.PreparePosition == checkpoint.CommitPosition);
        foreach (var checkpoint in checkpoints)
        {
            var from = AllFrom(new LogPosition((long)checkpoint.CommitPosition, (long)checkpoint.PreparePosition));
            var missing = read.SkipWhile(message => !checkpoint.Equals(message.Checkpoint)).Where(message => message.ContentCase == Case.Event);
            var resumed = await _raw.SubscribeAsync(OfAll(from, ByStream("one", window: 10)), IsCaughtUp);
            Revisions(resumed).ShouldBe(Revisions(missing));
        }
    }

    [Fact]
    public async Task Afterwards_a_checkpoint_comes_after_each_interval_looked_at()
    {
        using var call = _raw.Streams.Read(new ReadReq { Options = Subscribing(OfAll(AllFromEnd(), ByStream("one", window: 5, multiplier: 2))) });
        (await NextAsync(call)).ContentCase.ShouldBe(Case.Confirmation);
        (await NextAsync(call)).ContentCase.ShouldBe(Case.CaughtUp);

        _server.PutForeign(count: 10);

        var last = _server.Log.Events[^1].Position;
        (await NextAsync(call)).Checkpoint.ShouldBe(new() { CommitPosition = (ulong)last, PreparePosition = (ulong)last });
    }

    [Fact]
    public async Task A_stream_need_not_be_there_yet()
    {
        using var call = _raw.Streams.Read(new ReadReq { Options = Subscribing(OfStream(StreamFrom("later"))) });
        (await NextAsync(call)).ContentCase.ShouldBe(Case.Confirmation);

        await _raw.AppendAsync("later", ExpectedRevision.NoStream, Events(1));

        (await NextAsync(call)).Event.Event.StreamRevision.ShouldBe(0ul);
    }

    [Fact]
    public async Task No_checkpoint_interval_and_no_record_boundary_fail_in_the_handler()
    {
        foreach (var options in new[] { OfAll(AllFromStart(), ByStream("one", multiplier: 0)), OfAll(AllFrom(new LogPosition(3, 3)), ByStream("one")) })
        {
            var refusal = await Should.ThrowAsync<RpcException>(() => _raw.SubscribeAsync(options, IsCaughtUp));
            refusal.Status.ShouldSatisfyAllConditions(
                status => status.StatusCode.ShouldBe(StatusCode.Unknown), status => status.Detail.ShouldBe("Exception was thrown by handler."));
        }
    }

    [Fact]
    public async Task Twenty_thousand_events_written_at_once_by_many_arrive_in_order_and_each_once()
    {
        using var call = _raw.Streams.Read(new ReadReq { Options = Subscribing(OfAll(AllFromStart(), ByStream("archive:"))) });
        var writing = Enumerable.Range(0, 20).Select(async writer =>
        {
            for (var batch = 0; batch < 10; batch++)
                await _raw.AppendAsync("archive:" + writer, ExpectedRevision.Any, Events(100));
        });

        var positions = new List<ulong>();
        var reading = Task.Run(async () =>
        {
            while (positions.Count < 20_000)
            {
                if (await NextAsync(call) is { Event: { } read })
                    positions.Add(read.Event.CommitPosition);
            }
        });
        await Task.WhenAll(writing);
        await reading;

        positions.ShouldBe(_server.Log.Events.Where(stored => stored.Stream.StartsWith("archive:")).Select(stored => (ulong)stored.Position));
    }

    private static bool IsCaughtUp(ReadResp message) => message.ContentCase == Case.CaughtUp;

    private static ulong[] Revisions(IEnumerable<ReadResp> read) =>
        [.. read.Where(message => message.ContentCase == Case.Event).Select(message => message.Event.Event.StreamRevision)];

    private static async Task<ReadResp> NextAsync(AsyncServerStreamingCall<ReadResp> call)
    {
        (await call.ResponseStream.MoveNext(default)).ShouldBeTrue();
        return call.ResponseStream.Current;
    }
}
