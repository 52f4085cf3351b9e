using System.Text;
using EventStore.Client;
using Grpc.Core;
using State = EventStore.Client.Protocol.Gossip.MemberInfo.Types.VNodeState;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>The client over a real connection. Written against what both clients have; where the official one differs, the client's README says so.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private EventStoreDouble _server = null!;
    private EventStoreClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EventStoreDouble.StartAsync();
        _client = Client(_server.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_appended_is_read_in_both_directions_from_its_stream_and_from_all()
    {
        var events = Events(5);
        var result = await _client.AppendToStreamAsync("archive:one", StreamState.NoStream, events);
        result.NextExpectedStreamRevision.ShouldBe(new StreamRevision(4));
        _server.PutForeign();

        var read = await _client.ReadStreamAsync(Direction.Forwards, "archive:one", StreamPosition.Start).ToListAsync();
        var record = read[3].Event;
        (record.EventStreamId, record.EventId, record.EventNumber, record.EventType, record.ContentType)
            .ShouldBe(("archive:one", events[3].EventId, new StreamPosition(3), "seen", "application/json"));
        record.Data.ToArray().ShouldBe(events[3].Data.ToArray());
        record.Metadata.ToArray().ShouldBe(events[3].Metadata.ToArray());
        record.Created.Kind.ShouldBe(DateTimeKind.Utc);
        read[4].Event.Position.ShouldBe(result.LogPosition);
        Numbers(await _client.ReadStreamAsync(Direction.Backwards, "archive:one", StreamPosition.End, 2).ToListAsync()).ShouldBe([4, 3]);

        var filter = StreamFilter.Prefix(500, "archive:");
        Numbers(await _client.ReadAllAsync(Direction.Forwards, Position.Start, filter).ToListAsync()).ShouldBe([0, 1, 2, 3, 4]);
        Numbers(await _client.ReadAllAsync(Direction.Backwards, Position.End, filter, 2).ToListAsync()).ShouldBe([4, 3]);
        Numbers(await _client.ReadAllAsync(Direction.Forwards, record.Position, filter).ToListAsync()).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task A_conflict_is_thrown_or_returned()
    {
        await _client.AppendToStreamAsync("one", StreamState.NoStream, Events(2));

        var conflict = await Should.ThrowAsync<WrongExpectedVersionException>(() => _client.AppendToStreamAsync("one", new StreamRevision(0), Events(1)));
        (conflict.StreamName, conflict.ExpectedStreamRevision, conflict.ActualStreamRevision).ShouldBe(("one", new StreamRevision(0), new StreamRevision(1)));

        var returned = await _client.AppendToStreamAsync("one", StreamState.NoStream, Events(1), options => options.ThrowOnAppendFailure = false);
        returned.ShouldBeOfType<WrongExpectedVersionResult>().ActualStreamRevision.ShouldBe(new StreamRevision(1));
    }

    [Fact]
    public async Task A_stream_that_is_not_there_is_said_while_it_is_read()
    {
        await Should.ThrowAsync<StreamNotFoundException>(async () => await _client.ReadStreamAsync(Direction.Forwards, "none", StreamPosition.Start).ToListAsync());
        (await _client.ReadStreamAsync(Direction.Forwards, "none", StreamPosition.Start).ReadState).ShouldBe(ReadState.StreamNotFound);
    }

    [Fact]
    public async Task An_append_that_is_too_large_is_refused_and_one_at_the_limit_is_not()
    {
        await _client.AppendToStreamAsync("large", StreamState.NoStream, [Event(new byte[900 * 1024])]);
        (await Should.ThrowAsync<MaximumAppendSizeExceededException>(() => _client.AppendToStreamAsync("large", StreamState.Any, [Event(new byte[1_100_000])])))
            .MaxAppendSize.ShouldBe(1_048_576u);
    }

    [Fact]
    public async Task A_subscription_catches_up_and_goes_on_until_it_is_cancelled()
    {
        await _client.AppendToStreamAsync("archive:one", StreamState.NoStream, Events(3));
        using var ending = new CancellationTokenSource();
        var seen = new List<string>();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            var subscription = _client.SubscribeToAll(FromAll.Start, filterOptions: new SubscriptionFilterOptions(StreamFilter.Prefix(500, "archive:")), cancellationToken: ending.Token);
            await foreach (var message in subscription.Messages)
            {
                if (message is StreamMessage.AllStreamCheckpointReached)
                    continue;
                seen.Add(message is StreamMessage.Event read ? $"{read.ResolvedEvent.OriginalEventNumber}" : message.GetType().Name);
                if (message is StreamMessage.CaughtUp)
                    await _client.AppendToStreamAsync("archive:one", new StreamRevision(2), Events(1));
                if (seen is [.., "3"])
                    await ending.CancelAsync();
            }
        });

        seen.ShouldBe(["SubscriptionConfirmation", "0", "1", "2", "CaughtUp", "3"]);
    }

    [Fact]
    public async Task After_a_node_that_does_not_lead_the_next_call_goes_to_the_one_that_does()
    {
        await using var leader = await EventStoreDouble.StartAsync();
        _server.Faults.Leader = ("127.0.0.1", leader.Port);

        (await Should.ThrowAsync<NotLeaderException>(() => _client.AppendToStreamAsync("one", StreamState.Any, Events(1)))).LeaderEndpoint.Port.ShouldBe(leader.Port);
        await _client.AppendToStreamAsync("one", StreamState.Any, Events(1));

        leader.Log.Events.ShouldContain(stored => stored.Stream == "one");
    }

    [Fact]
    public async Task A_cluster_is_asked_for_its_leader_and_again_when_that_is_gone()
    {
        await using var second = await EventStoreDouble.StartAsync();
        Lead(second);
        await using var client = Client($"esdb://127.0.0.1:{_server.Port},127.0.0.1:{second.Port}?tls=false&discoveryInterval=10");

        await client.AppendToStreamAsync("one", StreamState.Any, Events(1));
        second.Log.Events.ShouldContain(stored => stored.Stream == "one");
        Lead(_server);
        await second.StopAsync();
        (await Should.ThrowAsync<RpcException>(() => client.AppendToStreamAsync("two", StreamState.Any, Events(1)))).StatusCode.ShouldBe(StatusCode.Unavailable);
        await client.AppendToStreamAsync("two", StreamState.Any, Events(1));
        _server.Log.Events.ShouldContain(stored => stored.Stream == "two");

        void Lead(EventStoreDouble leader)
        {
            foreach (var node in new[] { _server, second })
            {
                node.Members = [.. new[] { _server, second }.Select(member => new DoubleMember("127.0.0.1", member.Port, member == leader ? State.Leader : State.Follower))];
            }
        }
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_given_up_after_the_attempts()
    {
        await _server.StopAsync();
        await using var client = Client($"esdb+discover://127.0.0.1:{_server.Port}?tls=false&maxDiscoverAttempts=2&discoveryInterval=10");

        (await Should.ThrowAsync<DiscoveryException>(() => client.AppendToStreamAsync("one", StreamState.Any, Events(1)))).MaxDiscoverAttempts.ShouldBe(2);
        await _server.StartAgainAsync();
        (await client.AppendToStreamAsync("one", StreamState.Any, Events(1))).NextExpectedStreamRevision.ShouldBe(new StreamRevision(0));
    }

    [Fact]
    public async Task A_server_that_was_away_is_found_again_by_the_next_call()
    {
        await _client.AppendToStreamAsync("one", StreamState.Any, Events(1));
        await _server.StopAsync();
        (await Should.ThrowAsync<RpcException>(() => _client.AppendToStreamAsync("one", StreamState.Any, Events(1)))).StatusCode.ShouldBe(StatusCode.Unavailable);
        await _server.StartAgainAsync();
        (await _client.AppendToStreamAsync("one", StreamState.Any, Events(1))).NextExpectedStreamRevision.ShouldBe(new StreamRevision(1));
    }

    [Fact]
    public async Task Credentials_go_over_TLS_and_decide()
    {
        await using var secured = await EventStoreDouble.StartAsync(new() { Tls = true, Users = [new("ada", "p@ss:w/ord?%"), new("eve", "known", MayAll: false)] });
        await using var ada = Client(secured.ConnectionString);
        await ada.AppendToStreamAsync("one", StreamState.Any, Events(1));

        await using var distrusting = Client(secured.ConnectionString.Replace("tlsVerifyCert=false", "tlsVerifyCert=true", StringComparison.Ordinal));
        await Should.ThrowAsync<RpcException>(() => distrusting.AppendToStreamAsync("one", StreamState.Any, Events(1)));
        await Should.ThrowAsync<NotAuthenticatedException>(() => ada.AppendToStreamAsync("one", StreamState.Any, Events(1), userCredentials: new UserCredentials("ada", "wrong")));
        await Should.ThrowAsync<AccessDeniedException>(() => ada.AppendToStreamAsync("one", StreamState.Any, Events(1), userCredentials: new UserCredentials("eve", "known")));
    }

    [Fact]
    public async Task An_append_ends_at_its_deadline_and_when_it_is_cancelled()
    {
        _server.Faults.AppendDelay = TimeSpan.FromMinutes(1);
        (await Should.ThrowAsync<RpcException>(() => _client.AppendToStreamAsync("one", StreamState.Any, Events(1), deadline: TimeSpan.FromMilliseconds(50))))
            .StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        (await Should.ThrowAsync<RpcException>(() => _client.AppendToStreamAsync("one", StreamState.Any, Events(1), cancellationToken: soon.Token)))
            .StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Many_appends_and_reads_share_a_client()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => _client.AppendToStreamAsync($"archive:{i}", StreamState.NoStream, Events(2))));

        (await _client.ReadAllAsync(Direction.Forwards, Position.Start, StreamFilter.Prefix(500, "archive:")).ToListAsync()).Count.ShouldBe(1000);
    }

    private static EventStoreClient Client(string connectionString) => new(EventStoreClientSettings.Create(connectionString));

    private static EventData[] Events(int count) => [.. Enumerable.Range(0, count).Select(i => Event(Encoding.UTF8.GetBytes($$"""{"number":{{i}}}""")))];

    private static EventData Event(byte[] data) => new(Uuid.FromGuid(Guid.NewGuid()), "seen", data, "{}"u8.ToArray());

    private static IEnumerable<long> Numbers(IEnumerable<ResolvedEvent> events) => events.Select(read => read.OriginalEventNumber.ToInt64());
}
