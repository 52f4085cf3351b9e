using System.Net;
using Grpc.Core;

namespace EventStore.Client;

/// <summary>Finds the node to talk to, once for all calls, and again when a call says that it is the wrong one or that it is gone.</summary>
internal sealed class Connection : IDisposable
{
    private readonly EventStoreClientSettings settings;
    private readonly Channels channels;
    private readonly Discovery discovery;
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private Task<Line>? line;

    public Connection(EventStoreClientSettings settings)
    {
        this.settings = settings;
        channels = new Channels(settings.ConnectivitySettings);
        discovery = new Discovery(settings, channels);
    }

    /// <summary>The node, and a search for it if none is known. The search is shared, so a caller who gives up does not end it.</summary>
    /// <exception cref="DiscoveryException">The cluster named none. The next call searches again.</exception>
    public Task<Line> LineAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, typeof(EventStoreClient));
            if (line is null or { IsFaulted: true } or { IsCanceled: true })
                line = FindAsync();
            return line.IsCompletedSuccessfully ? line : line.WaitAsync(cancellation);
        }
    }

    /// <summary>What the failure of a call on a line means, which is remembered for the next call.</summary>
    public Exception Failed(Line used, RpcException failure)
    {
        var meaning = Failure.Of(failure);
        switch (meaning)
        {
            case NotLeaderException elsewhere:
                Replace(used, elsewhere.LeaderEndpoint);
                break;
            case RpcException { StatusCode: StatusCode.Unavailable }:
                Replace(used, null);
                break;
        }

        return meaning;
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (closing.IsCancellationRequested)
                return;
            closing.Cancel();
        }

        // The source stays undisposed: a search that is under way still looks at its token.
        channels.Dispose();
    }

    // Of many calls that fail on one line the first says what comes next.
    private void Replace(Line used, DnsEndPoint? next)
    {
        lock (gate)
        {
            if (!closing.IsCancellationRequested && line is { IsCompletedSuccessfully: true } && line.Result == used)
                line = next is null ? null : Task.FromResult(To(next));
        }
    }

    private async Task<Line> FindAsync()
    {
        var connectivity = settings.ConnectivitySettings;
        if (!connectivity.IsSingleNode)
            return To(await discovery.FindAsync(closing.Token));
        var address = connectivity.Address;
        return To(address is null ? new DnsEndPoint("localhost", 2113) : new DnsEndPoint(address.Host, address.Port));
    }

    private Line To(DnsEndPoint endPoint) => new(channels.To(endPoint));
}
