using System.Net;
using CsCheck;
using EventStore.Client;
using EventStore.Client.Protocol.Gossip;
using State = EventStore.Client.Protocol.Gossip.MemberInfo.Types.VNodeState;

namespace Archive.Tests.CompatibleClient;

public sealed class NodeChoiceTests
{
    private static readonly State[] Serving = [State.Leader, State.Follower, State.ReadOnlyReplica, State.ReadOnlyLeaderless];

    [Theory]
    [InlineData("leader", "Follower Leader ReadOnlyReplica", 1)]
    [InlineData("leader", "ReadOnlyReplica Follower", 1)]
    [InlineData("leader", "Clone ReadOnlyLeaderless", 1)]
    [InlineData("follower", "Leader ReadOnlyReplica Follower", 2)]
    [InlineData("follower", "ReadOnlyReplica Leader", 1)]
    [InlineData("readOnlyReplica", "Leader Follower ReadOnlyReplica", 2)]
    [InlineData("readOnlyReplica", "Leader ReadOnlyLeaderless", 1)]
    [InlineData("readOnlyReplica", "Follower Leader", 1)]
    [InlineData("random", "CatchingUp Follower PreLeader", 1)]
    public void The_preference_chooses(string preference, string states, int chosen) =>
        Choose(Preference(preference), Members(states)).ShouldBe(new DnsEndPoint($"node{chosen}.test", 2113));

    [Theory]
    [InlineData("")]
    [InlineData("Initializing DiscoverLeader Unknown PreReplica CatchingUp Clone PreLeader Manager ShuttingDown Shutdown PreReadOnlyReplica ResigningLeader")]
    public void A_node_that_cannot_serve_is_not_chosen(string states) => Choose(NodePreference.Random, Members(states)).ShouldBeNull();

    [Fact]
    public void A_dead_node_is_not_chosen()
    {
        var members = Members("Leader Follower");
        members[0].IsAlive = false;
        Choose(NodePreference.Leader, members).ShouldBe(new DnsEndPoint("node1.test", 2113));
    }

    [Fact]
    public void Equally_good_nodes_share_the_clients() => Enumerable.Range(0, 100)
        .Select(seed => NodeChoice.Of(Members("Follower Leader Follower"), NodePreference.Follower, new Random(seed))!.Host)
        .Distinct().Order(StringComparer.Ordinal).ShouldBe(["node0.test", "node2.test"]);

    [Fact]
    public void A_node_is_chosen_exactly_when_one_serves() =>
        Gen.Select(Gen.Enum<NodePreference>(), Gen.Select(Gen.Enum<State>(), Gen.Bool).Array[0, 5], Gen.Int).Sample((preference, nodes, seed) =>
        {
            var members = nodes.Select((node, i) => Member(i, node.Item1, node.Item2)).ToArray();
            var chosen = NodeChoice.Of(members, preference, new Random(seed));
            if (chosen is null)
                members.ShouldAllBe(member => !member.IsAlive || !Serving.Contains(member.State));
            else
                members.Single(member => member.HttpEndPoint.Address == chosen.Host).ShouldSatisfyAllConditions(
                    member => member.IsAlive.ShouldBeTrue(), member => Serving.ShouldContain(member.State));
        });

    private static DnsEndPoint? Choose(NodePreference preference, MemberInfo[] members) => NodeChoice.Of(members, preference, new Random(1));

    private static NodePreference Preference(string text) => EventStoreClientSettings.Create($"esdb://localhost?nodePreference={text}").ConnectivitySettings.NodePreference;

    private static MemberInfo[] Members(string states) =>
        [.. states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((state, i) => Member(i, Enum.Parse<State>(state), true))];

    private static MemberInfo Member(int number, State state, bool alive) =>
        new() { State = state, IsAlive = alive, HttpEndPoint = new() { Address = $"node{number}.test", Port = 2113 } };
}
