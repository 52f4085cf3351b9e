using System.Net;
using EventStore.Client.Protocol;
using EventStore.Client.Protocol.Gossip;
using Grpc.Core;
using GossipClient = EventStore.Client.Protocol.Gossip.Gossip.GossipClient;

namespace EventStore.Client;

/// <summary>Asks the nodes of a cluster, one after another, which of them to talk to. One search runs at a time.</summary>
internal sealed class Discovery(EventStoreClientSettings settings, Channels channels)
{
    // Spreads clients over nodes; nothing depends on it being hard to guess.
    private readonly Random random = new();

    private DnsEndPoint[] members = [];

    /// <exception cref="DiscoveryException">No node named one that can serve, however often they were asked.</exception>
    public async Task<DnsEndPoint> FindAsync(CancellationToken cancellation)
    {
        var connectivity = settings.ConnectivitySettings;
        Exception? last = null;
        for (var attempt = 0; attempt < connectivity.MaxDiscoverAttempts; attempt++)
        {
            if (attempt > 0)
                await Task.Delay(connectivity.DiscoveryInterval, cancellation);
            foreach (var candidate in Candidates())
            {
                try
                {
                    if (await ChooseAsync(candidate, cancellation) is { } chosen)
                        return chosen;
                }
                catch (RpcException failure)
                {
                    cancellation.ThrowIfCancellationRequested();
                    last = Failure.Of(failure);
                }
            }
        }

        throw new DiscoveryException(connectivity.MaxDiscoverAttempts, last);
    }

    // Seeds come last: they can be stale, or a name that stands for all nodes.
    private DnsEndPoint[] Candidates()
    {
        var seeds = Array.ConvertAll(settings.ConnectivitySettings.GossipSeeds, EndPoints.Named);
        random.Shuffle(members);
        random.Shuffle(seeds);
        return [.. members.Concat(seeds).Distinct()];
    }

    private async Task<DnsEndPoint?> ChooseAsync(DnsEndPoint candidate, CancellationToken cancellation)
    {
        var options = Calls.Options(settings, settings.ConnectivitySettings.GossipTimeout, null, cancellation);
        var cluster = await new GossipClient(channels.To(candidate)).ReadAsync(new Empty(), options);
        var named = cluster.Members.Where(member => member.HttpEndPoint is not null).ToArray();
        var chosen = NodeChoice.Of(named, settings.ConnectivitySettings.NodePreference, random);
        if (chosen is null)
            return null;

        members = Array.ConvertAll(named, EndPointOf);
        channels.KeepOnly(members.Append(candidate));
        return chosen;
    }

    private static DnsEndPoint EndPointOf(MemberInfo member) => new(member.HttpEndPoint.Address, (int)member.HttpEndPoint.Port);
}
