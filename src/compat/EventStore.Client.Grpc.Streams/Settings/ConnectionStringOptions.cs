using System.Globalization;
using System.Net;

namespace EventStore.Client;

/// <summary>What the keys of a connection string mean. Times are whole milliseconds.</summary>
internal static class ConnectionStringOptions
{
    /// <summary>In any mix of capitals.</summary>
    public static readonly IReadOnlySet<string> Known = new SortedSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "connectionName", "defaultDeadline", "discoveryInterval", "gossipTimeout", "keepAliveInterval", "keepAliveTimeout", "maxDiscoverAttempts",
        "nodePreference", "throwOnAppendFailure", "tls", "tlsCaFile", "tlsVerifyCert", "userCertFile", "userKeyFile",
    };

    public static EventStoreClientSettings Apply(ConnectionString text)
    {
        var options = text.Options;
        var connectivity = EventStoreClientConnectivitySettings.Default;
        connectivity.MaxDiscoverAttempts = Number(options, "maxDiscoverAttempts", 1) ?? connectivity.MaxDiscoverAttempts;
        connectivity.DiscoveryInterval = Time(options, "discoveryInterval", 0) ?? connectivity.DiscoveryInterval;
        connectivity.GossipTimeout = Time(options, "gossipTimeout", 1) ?? connectivity.GossipTimeout;
        connectivity.KeepAliveInterval = TimeOrInfinite(options, "keepAliveInterval", 1000) ?? connectivity.KeepAliveInterval;
        connectivity.KeepAliveTimeout = TimeOrInfinite(options, "keepAliveTimeout", 1000) ?? connectivity.KeepAliveTimeout;
        connectivity.NodePreference = Preference(options) ?? connectivity.NodePreference;
        connectivity.TlsVerifyCert = Flag(options, "tlsVerifyCert") ?? connectivity.TlsVerifyCert;
        connectivity.TlsCaFile = options.TryGetValue("tlsCaFile", out var ca) ? CertificateFiles.Authority(ca) : null;
        connectivity.ClientCertificate = CertificateFiles.Client(options.GetValueOrDefault("userCertFile", ""), options.GetValueOrDefault("userKeyFile", ""));
        Place(connectivity, text, Flag(options, "tls") ?? true);

        var settings = new EventStoreClientSettings
        {
            ConnectivitySettings = connectivity,
            DefaultCredentials = text.Credentials,
            ConnectionName = options.GetValueOrDefault("connectionName"),
        };
        settings.DefaultDeadline = TimeOrInfinite(options, "defaultDeadline", 0) ?? settings.DefaultDeadline;
        settings.OperationOptions.ThrowOnAppendFailure = Flag(options, "throwOnAppendFailure") ?? settings.OperationOptions.ThrowOnAppendFailure;
        return settings;
    }

    // Several hosts are a cluster whatever the scheme says.
    private static void Place(EventStoreClientConnectivitySettings connectivity, ConnectionString text, bool tls)
    {
        connectivity.Insecure = !tls;
        if (text.Hosts is [var only] && !text.Discover)
            connectivity.Address = EndPoints.Address(EndPoints.Named(only), tls);
        else if (text.Hosts.All(host => host is IPEndPoint))
            connectivity.IpGossipSeeds = [.. text.Hosts.Cast<IPEndPoint>()];
        else
            connectivity.DnsGossipSeeds = [.. text.Hosts.Select(EndPoints.Named)];
    }

    private static bool? Flag(IReadOnlyDictionary<string, string> options, string key) => !options.TryGetValue(key, out var text) ? null
        : bool.TryParse(text, out var flag) ? flag
        : throw new InvalidSettingException($"{key} is neither true nor false. Give one of the two.");

    private static int? Number(IReadOnlyDictionary<string, string> options, string key, int least) => !options.TryGetValue(key, out var text) ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new InvalidSettingException(string.Create(CultureInfo.InvariantCulture, $"{key} is no whole number from {least} on. Give one."));

    private static TimeSpan? Time(IReadOnlyDictionary<string, string> options, string key, int least) =>
        Number(options, key, least) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private static TimeSpan? TimeOrInfinite(IReadOnlyDictionary<string, string> options, string key, int least) =>
        options.TryGetValue(key, out var text) && text == "-1" ? Timeout.InfiniteTimeSpan : Time(options, key, least);

    private static NodePreference? Preference(IReadOnlyDictionary<string, string> options) => !options.TryGetValue("nodePreference", out var text) ? null
        : text.ToUpperInvariant() switch
        {
            "LEADER" => NodePreference.Leader,
            "FOLLOWER" => NodePreference.Follower,
            "RANDOM" => NodePreference.Random,
            "READONLYREPLICA" => NodePreference.ReadOnlyReplica,
            _ => throw new InvalidSettingException("nodePreference is none of leader, follower, random and readOnlyReplica. Give one of them."),
        };
}
