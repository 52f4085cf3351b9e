using EventStore.Client.Protocol.Gossip;
using EventStore.Client.Protocol.Streams;
using Grpc.Core;
using static Archive.IntegrationTests.EventStoreDb.RawStreams;
using Case = EventStore.Client.Protocol.Streams.ReadResp.ContentOneofCase;

namespace Archive.IntegrationTests.EventStoreDb;

public sealed class DoubleFaultsTests : IAsyncLifetime
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

    [Theory]
    [InlineData(nameof(AppendFault.Refuse), StatusCode.Unavailable, 0)]
    [InlineData(nameof(AppendFault.TimeOutBeforeWrite), StatusCode.Aborted, 0)]
    [InlineData(nameof(AppendFault.ResetBeforeWrite), StatusCode.Unavailable, 0)]
    [InlineData(nameof(AppendFault.TimeOutAfterWrite), StatusCode.Aborted, 1)]
    [InlineData(nameof(AppendFault.LoseResponse), StatusCode.Unavailable, 1)]
    public async Task An_append_fails_before_or_after_it_is_durable_and_its_repeat_is_the_same_append(string fault, StatusCode status, int durable)
    {
        _server.Faults.NextAppends(Enum.Parse<AppendFault>(fault), 1, stream => stream == "one");
        (await _raw.AppendAsync("other", ExpectedRevision.Any, Events(1))).Success.ShouldNotBeNull();
        var events = Events(1);

        var refusal = await Should.ThrowAsync<RpcException>(() => _raw.AppendAsync("one", ExpectedRevision.NoStream, events));

        refusal.StatusCode.ShouldBe(status);
        refusal.Trailers.GetValue("exception").ShouldBeNull();
        _server.Log.Events.Count(stored => stored.Stream == "one").ShouldBe(durable);
        (await _raw.AppendAsync("one", ExpectedRevision.NoStream, events)).Success.CurrentRevision.ShouldBe(0ul);
        _server.Log.Events.Count(stored => stored.Stream == "one").ShouldBe(1);
    }

    [Fact]
    public async Task Who_asks_for_the_leader_is_sent_there_and_the_rest_are_served()
    {
        _server.Faults.Leader = ("127.0.0.9", 2119);
        Metadata leader = new() { { "requires-leader", "True" } };

        RpcException[] refusals =
        [
            await Should.ThrowAsync<RpcException>(() => _raw.AppendAsync("one", ExpectedRevision.Any, Events(1), leader)),
            await Should.ThrowAsync<RpcException>(() => _raw.ReadAsync(OfAll(AllFromStart()), leader)),
        ];

        foreach (var refusal in refusals)
        {
            refusal.StatusCode.ShouldBe(StatusCode.NotFound);
            refusal.Trailers.GetValue("exception").ShouldBe("not-leader");
            refusal.Trailers.GetValue("leader-endpoint-host").ShouldBe("127.0.0.9");
            refusal.Trailers.GetValue("leader-endpoint-port").ShouldBe("2119");
        }
        Metadata anybody = new() { { "requires-leader", "False" } };
        (await _raw.AppendAsync("one", ExpectedRevision.Any, Events(1), anybody)).Success.ShouldNotBeNull();
    }

    [Fact]
    public async Task Gossip_names_the_double_alone_or_whomever_a_test_names()
    {
        var alone = (await _raw.Gossip.ReadAsync(new())).Members.ShouldHaveSingleItem();
        (alone.State, alone.IsAlive, alone.HttpEndPoint.Port).ShouldBe((MemberInfo.Types.VNodeState.Leader, true, (uint)_server.Port));

        _server.Members =
        [
            new("a", 1, MemberInfo.Types.VNodeState.Follower), new("b", 2, MemberInfo.Types.VNodeState.Leader),
            new("c", 3, MemberInfo.Types.VNodeState.Follower, IsAlive: false),
        ];

        (await _raw.Gossip.ReadAsync(new())).Members.Select(member => (member.HttpEndPoint.Address, member.IsAlive))
            .ShouldBe([("a", true), ("b", true), ("c", false)]);
    }

    [Theory]
    [InlineData(nameof(StreamCut.Reset), StatusCode.Unavailable)]
    [InlineData(nameof(StreamCut.ConsumerTooSlow), StatusCode.Aborted)]
    [InlineData(nameof(StreamCut.Unavailable), StatusCode.Unavailable)]
    public async Task A_subscription_is_cut_after_so_many_events_and_the_next_is_whole(string cut, StatusCode status)
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(5));
        _server.Faults.CutSubscriptionAfter(2, Enum.Parse<StreamCut>(cut));
        var seen = 0;

        var refusal = await Should.ThrowAsync<RpcException>(() => _raw.SubscribeAsync(OfAll(AllFromStart(), ByStream("one")), Count));

        refusal.StatusCode.ShouldBe(status);
        seen.ShouldBeLessThanOrEqualTo(2);
        (await _raw.SubscribeAsync(OfAll(AllFromStart(), ByStream("one")), message => message.ContentCase == Case.CaughtUp)).Count.ShouldBe(7);

        bool Count(ReadResp message)
        {
            seen += message.ContentCase == Case.Event ? 1 : 0;
            return false;
        }
    }

    [Fact]
    public async Task Reads_are_cut_and_refused_on_demand()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(5));
        _server.Faults.CutReadAfter(2);
        await Should.ThrowAsync<RpcException>(() => _raw.ReadAsync(OfStream(StreamFrom("one"))));
        _server.Faults.RefuseReads();

        (await Should.ThrowAsync<RpcException>(() => _raw.ReadAsync(OfStream(StreamFrom("one"))))).StatusCode.ShouldBe(StatusCode.Unavailable);

        (await _raw.ReadAsync(OfStream(StreamFrom("one")))).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Chance_faults_follow_the_seed()
    {
        _server.Faults.AppendsAtRandom(new Random(7), 0.5, AppendFault.Refuse);
        var expected = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            if (expected.NextDouble() < 0.5)
            {
                expected.Next(1);
                await Should.ThrowAsync<RpcException>(() => _raw.AppendAsync("one", ExpectedRevision.Any, Events(1)));
            }
            else
            {
                (await _raw.AppendAsync("one", ExpectedRevision.Any, Events(1))).Success.ShouldNotBeNull();
            }
        }

        _server.Faults.Clear();
        _server.Faults.CutAtRandom(new Random(1), 1);
        await Should.ThrowAsync<RpcException>(() => _raw.ReadAsync(OfStream(StreamFrom("one"))));
        _server.Faults.Clear();
        await _raw.ReadAsync(OfStream(StreamFrom("one")));
    }

    [Fact]
    public async Task A_server_that_stops_resets_its_calls_refuses_connections_and_comes_back_with_its_data()
    {
        await _raw.AppendAsync("one", ExpectedRevision.NoStream, Events(1));
        using var open = _raw.Streams.Read(new ReadReq { Options = Subscribing(OfAll(AllFromStart())) });
        (await open.ResponseStream.MoveNext(default)).ShouldBeTrue();

        await _server.StopAsync();

        await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await open.ResponseStream.MoveNext(default))
            {
            }
        });
        (await Should.ThrowAsync<RpcException>(() => _raw.ReadAsync(OfStream(StreamFrom("one"))))).StatusCode.ShouldBe(StatusCode.Unavailable);
        var port = _server.Port;
        await _server.StartAgainAsync();
        _server.Port.ShouldBe(port);
        using var fresh = new RawStreams(_server);
        (await fresh.ReadAsync(OfStream(StreamFrom("one")))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_dies_has_written_some_appends_and_answered_none()
    {
        _server.Faults.DieAfter(3);

        var appends = Enumerable.Range(0, 6).Select(n => _raw.AppendAsync("s" + n, ExpectedRevision.NoStream, Events(1))).ToArray();

        foreach (var append in appends)
            await Should.ThrowAsync<RpcException>(() => append);
        await _server.Died;
        _server.Log.Events.Count(stored => stored.Stream.StartsWith('s')).ShouldBe(3);
        await _server.StartAgainAsync();
        using var fresh = new RawStreams(_server);
        (await fresh.AppendAsync("after", ExpectedRevision.NoStream, Events(1))).Success.ShouldNotBeNull();
    }
}
