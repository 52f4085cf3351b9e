using System.Net;
using EventStore.Client;

namespace Archive.Tests.CompatibleClient;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("esdb://localhost", "https://localhost:2113/")]
    [InlineData("esdb://localhost:2114/", "https://localhost:2114/")]
    [InlineData("esdb://10.0.0.7:1113?tls=false", "http://10.0.0.7:1113/")]
    [InlineData("esdb://localhost/?Tls=False", "http://localhost:2113/")]
    [InlineData("kurrentdb://localhost?tls=true", "https://localhost:2113/")]
    [InlineData("kurrent://localhost", "https://localhost:2113/")]
    public void One_host_is_the_node(string text, string address)
    {
        var connectivity = EventStoreClientSettings.Create(text).ConnectivitySettings;
        connectivity.IsSingleNode.ShouldBeTrue();
        connectivity.Address.ShouldBe(new Uri(address));
        connectivity.Insecure.ShouldBe(address.StartsWith("http:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("esdb+discover://cluster.test")]
    [InlineData("kurrentdb+discover://cluster.test")]
    [InlineData("kurrent+discover://cluster.test")]
    [InlineData("esdb+discover://cluster.test?tls=false")]
    public void Discovery_asks_one_host_for_the_nodes(string text)
    {
        var connectivity = EventStoreClientSettings.Create(text).ConnectivitySettings;
        connectivity.Address.ShouldBeNull();
        connectivity.GossipSeeds.ShouldBe([new DnsEndPoint("cluster.test", 2113)]);
        connectivity.Insecure.ShouldBe(text.Contains("tls=false"));
    }

    [Fact]
    public void Several_hosts_are_a_cluster_without_saying_so()
    {
        EventStoreClientSettings.Create("esdb://a.test,b.test:2,10.0.0.1:3").ConnectivitySettings.DnsGossipSeeds
            .ShouldBe([new DnsEndPoint("a.test", 2113), new DnsEndPoint("b.test", 2), new DnsEndPoint("10.0.0.1", 3)]);
        EventStoreClientSettings.Create("esdb://10.0.0.1:1,10.0.0.2:2").ConnectivitySettings.IpGossipSeeds
            .ShouldBe([new IPEndPoint(IPAddress.Parse("10.0.0.1"), 1), new IPEndPoint(IPAddress.Parse("10.0.0.2"), 2)]);
    }

    [Theory]
    [InlineData("esdb://ada:secret@localhost", "ada", "secret")]
    [InlineData("esdb://ada:p%40ss%3Aw%2Ford%3F%25@localhost?tls=false", "ada", "p@ss:w/ord?%")]
    [InlineData("esdb://a%40b:@localhost", "a@b", "")]
    public void User_and_password_are_decoded(string text, string user, string password)
    {
        var credentials = EventStoreClientSettings.Create(text).DefaultCredentials.ShouldNotBeNull();
        (credentials.Username, credentials.Password).ShouldBe((user, password));
    }

    [Fact]
    public void Every_key_is_heard()
    {
        var settings = EventStoreClientSettings.Create("esdb+discover://localhost?connectionName=reader&maxDiscoverAttempts=3&discoveryInterval=5&gossipTimeout=7"
            + "&nodePreference=ReadOnlyReplica&keepAliveInterval=1500&keepAliveTimeout=-1&defaultDeadline=60000&throwOnAppendFailure=false&tlsVerifyCert=false");
        settings.ConnectionName.ShouldBe("reader");
        settings.DefaultDeadline.ShouldBe(TimeSpan.FromMinutes(1));
        settings.OperationOptions.ThrowOnAppendFailure.ShouldBeFalse();
        var connectivity = settings.ConnectivitySettings;
        connectivity.MaxDiscoverAttempts.ShouldBe(3);
        connectivity.DiscoveryInterval.ShouldBe(TimeSpan.FromMilliseconds(5));
        connectivity.GossipTimeout.ShouldBe(TimeSpan.FromMilliseconds(7));
        connectivity.NodePreference.ShouldBe(NodePreference.ReadOnlyReplica);
        connectivity.KeepAliveInterval.ShouldBe(TimeSpan.FromMilliseconds(1500));
        connectivity.KeepAliveTimeout.ShouldBe(Timeout.InfiniteTimeSpan);
        connectivity.TlsVerifyCert.ShouldBeFalse();
    }

    [Fact]
    public void What_is_not_said_has_the_defaults_of_the_official_client()
    {
        var settings = EventStoreClientSettings.Create("esdb://localhost");
        settings.DefaultCredentials.ShouldBeNull();
        settings.DefaultDeadline.ShouldBe(TimeSpan.FromSeconds(10));
        settings.OperationOptions.ThrowOnAppendFailure.ShouldBeTrue();
        var connectivity = settings.ConnectivitySettings;
        connectivity.MaxDiscoverAttempts.ShouldBe(10);
        connectivity.DiscoveryInterval.ShouldBe(TimeSpan.FromMilliseconds(100));
        connectivity.GossipTimeout.ShouldBe(TimeSpan.FromSeconds(5));
        connectivity.NodePreference.ShouldBe(NodePreference.Leader);
        connectivity.KeepAliveInterval.ShouldBe(TimeSpan.FromSeconds(10));
        connectivity.TlsVerifyCert.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", typeof(NoSchemeException))]
    [InlineData("localhost:2113", typeof(NoSchemeException))]
    [InlineData("http://localhost", typeof(InvalidSchemeException))]
    [InlineData("ESDB://localhost", typeof(InvalidSchemeException))]
    [InlineData("+discover://localhost", typeof(InvalidSchemeException))]
    [InlineData("esdb://", typeof(InvalidHostException))]
    [InlineData("esdb://,localhost", typeof(InvalidHostException))]
    [InlineData("esdb://localhost:", typeof(InvalidHostException))]
    [InlineData("esdb://localhost:0", typeof(InvalidHostException))]
    [InlineData("esdb://localhost:65536", typeof(InvalidHostException))]
    [InlineData("esdb://localhost:port", typeof(InvalidHostException))]
    [InlineData("esdb://lo cal", typeof(InvalidHostException))]
    [InlineData("esdb://[::1]:2113", typeof(InvalidHostException))]
    [InlineData("esdb://ada@localhost", typeof(InvalidUserCredentialsException))]
    [InlineData("esdb://ada:se:cret@localhost", typeof(InvalidUserCredentialsException))]
    [InlineData("esdb://ada:se/cret@localhost", typeof(InvalidUserCredentialsException))]
    [InlineData("esdb://localhost/path", typeof(ConnectionStringParseException))]
    [InlineData("esdb://localhost?", typeof(InvalidKeyValuePairException))]
    [InlineData("esdb://localhost?tls", typeof(InvalidKeyValuePairException))]
    [InlineData("esdb://localhost?tls=true=false", typeof(InvalidKeyValuePairException))]
    [InlineData("esdb://localhost?tls=true&", typeof(InvalidKeyValuePairException))]
    [InlineData("esdb://localhost?tls=true&TLS=true", typeof(DuplicateKeyException))]
    [InlineData("esdb://localhost?unheardOf=1", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?tls=yes", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?maxDiscoverAttempts=0", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?gossipTimeout=1.5", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?keepAliveInterval=999", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?keepAliveTimeout=-2", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?defaultDeadline=-2", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?nodePreference=any", typeof(InvalidSettingException))]
    [InlineData("esdb://localhost?tlsCaFile=/no/such/file", typeof(InvalidClientCertificateException))]
    [InlineData("esdb://localhost?tlsCaFile=", typeof(InvalidClientCertificateException))]
    [InlineData("esdb://localhost?userCertFile=/no/such/file", typeof(InvalidClientCertificateException))]
    [InlineData("esdb://localhost?userCertFile=/no/such/file&userKeyFile=/no/such/file", typeof(InvalidClientCertificateException))]
    public void What_is_no_connection_string_is_refused_for_its_reason(string text, Type reason)
    {
        var refusal = Should.Throw<ConnectionStringParseException>(() => EventStoreClientSettings.Create(text));
        refusal.GetType().ShouldBe(reason);
        refusal.Message.Split('.', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThan(1, "A refusal says what is wrong and what to do.");
    }
}
