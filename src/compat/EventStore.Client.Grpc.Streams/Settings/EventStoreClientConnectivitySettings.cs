using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace EventStore.Client;

/// <summary>Where the server is and how to reach it: one address, or seeds to ask for the nodes of a cluster.</summary>
public class EventStoreClientConnectivitySettings
{
    private Uri? address;
    private bool insecure;

    public static EventStoreClientConnectivitySettings Default => new();

    /// <summary>The one node. Null when there are seeds.</summary>
    public Uri? Address
    {
        get => IsSingleNode ? address : null;
        set => address = value;
    }

    /// <summary>How many times all known nodes are asked for the cluster before a call fails.</summary>
    public int MaxDiscoverAttempts { get; set; } = 10;

    public EndPoint[] GossipSeeds => (EndPoint[]?)DnsGossipSeeds ?? (EndPoint[]?)IpGossipSeeds ?? [];

    /// <summary>Goes before <see cref="IpGossipSeeds"/>.</summary>
    public DnsEndPoint[]? DnsGossipSeeds { get; set; }

    public IPEndPoint[]? IpGossipSeeds { get; set; }

    /// <summary>How long one node may take to say what it knows of the cluster.</summary>
    public TimeSpan GossipTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait between two attempts.</summary>
    public TimeSpan DiscoveryInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    public NodePreference NodePreference { get; set; } = NodePreference.Leader;

    /// <summary>How long a connection may be silent before it is asked whether it lives. At least a second, or infinite.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the answer may take. At least a second, or infinite.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(10);

    public bool IsSingleNode => GossipSeeds.Length == 0;

    /// <summary>Without TLS. Of a single node its address says so.</summary>
    public bool Insecure
    {
        get => IsSingleNode ? string.Equals(address?.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) : insecure;
        set => insecure = value;
    }

    /// <summary>Whether the certificate of the server has to be a trusted one.</summary>
    public bool TlsVerifyCert { get; set; } = true;

    /// <summary>The authority to trust in place of the system's.</summary>
    public X509Certificate2? TlsCaFile { get; set; }

    /// <summary>What says who asks, in place of a password.</summary>
    public X509Certificate2? ClientCertificate { get; set; }
}
