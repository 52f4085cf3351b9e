using System.Net;
using EventStore.Client.Protocol.Gossip;
using State = EventStore.Client.Protocol.Gossip.MemberInfo.Types.VNodeState;

namespace EventStore.Client;

/// <summary>Which of the nodes that a cluster says it has to talk to.</summary>
internal static class NodeChoice
{
    /// <summary>The best living node by the preference, any of several equally good ones; null when none can serve.</summary>
    public static DnsEndPoint? Of(IEnumerable<MemberInfo> members, NodePreference preference, Random random)
    {
        var order = Order(preference);
        var serving = members.Where(member => member.IsAlive && Array.IndexOf(order, member.State) >= 0).ToArray();
        random.Shuffle(serving);
        var chosen = preference == NodePreference.Random ? serving.FirstOrDefault() : serving.MinBy(member => Array.IndexOf(order, member.State));
        return chosen is null ? null : new DnsEndPoint(chosen.HttpEndPoint.Address, (int)chosen.HttpEndPoint.Port);
    }

    // A node in any other state cannot serve yet, or any more.
    private static State[] Order(NodePreference preference) => preference switch
    {
        NodePreference.Follower => [State.Follower, State.Leader, State.ReadOnlyReplica, State.ReadOnlyLeaderless],
        NodePreference.ReadOnlyReplica => [State.ReadOnlyReplica, State.ReadOnlyLeaderless, State.Leader, State.Follower],
        _ => [State.Leader, State.Follower, State.ReadOnlyReplica, State.ReadOnlyLeaderless],
    };
}
