using EventStore.Client.Protocol;
using EventStore.Client.Protocol.Gossip;
using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>Who is in the cluster: the double alone, or whomever a test names.</summary>
internal sealed class GossipDouble(DoubleState state) : Gossip.GossipBase
{
    public override Task<ClusterInfo> Read(Empty request, ServerCallContext context)
    {
        var members = state.Members ?? [new DoubleMember("127.0.0.1", state.Port, MemberInfo.Types.VNodeState.Leader)];
        var cluster = new ClusterInfo();
        cluster.Members.AddRange(members.Select(member => new MemberInfo
        {
            InstanceId = WireEvents.Id(new Guid(member.Port, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), asText: false),
            State = member.State,
            IsAlive = member.IsAlive,
            HttpEndPoint = new EndPoint { Address = member.Host, Port = (uint)member.Port },
        }));
        return Task.FromResult(cluster);
    }
}
