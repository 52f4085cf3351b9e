using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;

namespace EventStore.Client;

/// <summary>One channel for each node, kept for all calls: a channel opens connections itself, and again when one is lost.</summary>
internal sealed class Channels(EventStoreClientConnectivitySettings settings) : IDisposable
{
    // What the server sends at most in one message, with room for what stands around an event.
    private const int LargestMessage = 17 * 1024 * 1024;

    private readonly Dictionary<(string Host, int Port), GrpcChannel> channels = [];
    private readonly Lock gate = new();
    private bool disposed;

    public GrpcChannel To(DnsEndPoint endPoint)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(EventStoreClient));
            if (!channels.TryGetValue(Key(endPoint), out var channel))
                channels.Add(Key(endPoint), channel = Open(endPoint));
            return channel;
        }
    }

    /// <summary>Closes the channels to all other nodes, and ends what still runs on them.</summary>
    public void KeepOnly(IEnumerable<DnsEndPoint> endPoints)
    {
        var keep = endPoints.Select(Key).ToHashSet();
        lock (gate)
        {
            foreach (var (key, channel) in channels.Where(known => !keep.Contains(known.Key)).ToArray())
            {
                channels.Remove(key);
                channel.Dispose();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
            disposed = true;
        KeepOnly([]);
    }

    private static (string Host, int Port) Key(DnsEndPoint endPoint) => (endPoint.Host.ToUpperInvariant(), endPoint.Port);

    // With a handler in place of an HttpClient the channel would take over connecting, and after an outage would refuse
    // calls for as long as its back-off lasts, which is up to two minutes.
    private GrpcChannel Open(DnsEndPoint endPoint) => GrpcChannel.ForAddress(EndPoints.Address(endPoint, !settings.Insecure), new GrpcChannelOptions
    {
        HttpClient = new HttpClient(Handler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = LargestMessage,
    });

    private SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler
        {
            KeepAlivePingDelay = settings.KeepAliveInterval,
            KeepAlivePingTimeout = settings.KeepAliveTimeout,
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = 1024 * 1024,
        };
        if (settings.Insecure)
            return handler;
        if (settings.ClientCertificate is { } certificate)
            handler.SslOptions.ClientCertificates = [certificate];
        if (!settings.TlsVerifyCert)
            handler.SslOptions.RemoteCertificateValidationCallback = AcceptAny();
        else if (settings.TlsCaFile is { } authority)
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
            };
        return handler;
    }

    // Asked for by tlsVerifyCert=false, which is there for development.
#pragma warning disable MA0039, CA5359
    private static RemoteCertificateValidationCallback AcceptAny() => (_, _, _, _) => true;
#pragma warning restore MA0039, CA5359
}
