using Archive.Postgres;

namespace Archive.Tests.Deploy;

public sealed class EventStoreAddressTests
{
    private static readonly string Example = Assert.Single(File.ReadAllLines(RepositoryRoot.File(".env.example")), line => line.StartsWith("ARCHIVE_EVENTSTORE=", StringComparison.Ordinal)).Split('=', 2)[1];

    private static readonly ComposeFile Cluster = ComposeFile.Read("deploy", "compose.cluster.yml");

    [Fact]
    public void The_example_names_the_node_of_the_laptop_without_tls()
    {
        var address = EventStoreAddress.Parse(Example);
        address.Hosts.ShouldBe(["eventstore"]);
        address.Options.ShouldBe([KeyValuePair.Create("tls", "false")]);
        var node = ComposeFile.Read("docker-compose.yml").Services.Single(service => service.Name == "eventstore");
        node.Environment["EVENTSTORE_INSECURE"].ShouldBe("true");
    }

    [Fact]
    public void The_script_that_makes_settings_says_the_same_as_the_example() => File.ReadAllText(RepositoryRoot.File("deploy", "make-env.sh")).ShouldContain($"log='{Example}'");

    [Fact]
    public void The_cluster_is_found_at_its_nodes_over_tls_with_credentials()
    {
        var archive = Cluster.Services.Single(service => service.Name == "archive");
        var address = EventStoreAddress.Parse(archive.Environment[ArchiveSettings.EventStoreVariable]);
        address.Discovers.ShouldBeTrue();
        address.HasCredentials.ShouldBeTrue();
        address.Hosts.ShouldBe(Cluster.Services.Where(service => service.Environment.ContainsKey("EVENTSTORE_GOSSIP_SEED")).Select(service => service.Name));
        address.Options["tls"].ShouldBe("true");
        address.Options["tlsCaFile"].ShouldBe("/etc/archive/ca/ca.crt");
        Cluster.Text.ShouldContain("./deploy/certificates/ca:/etc/archive/ca:ro");
    }

    [Fact]
    public void Every_node_seeks_the_others_and_is_called_what_its_certificate_says()
    {
        var nodes = Cluster.Services.Where(service => service.Environment.ContainsKey("EVENTSTORE_GOSSIP_SEED")).ToList();
        foreach (var node in nodes)
        {
            node.Environment["EVENTSTORE_GOSSIP_SEED"].Split(',').ShouldBe(nodes.Where(other => other != node).Select(other => $"{other.Name}:2113"));
            node.Environment["EVENTSTORE_NODE_HOST_ADVERTISE_AS"].ShouldBe(node.Name);
            node.Environment["EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS"].ShouldBe(node.Name);
            node.Environment.ShouldNotContainKey("EVENTSTORE_INSECURE");
            node.Mounts.ShouldBe(["./deploy/certificates/ca", $"./deploy/certificates/{node.Name}"]);
        }
        File.ReadAllText(RepositoryRoot.File("deploy", "make-certificates.sh")).ShouldContain($"nodes=({string.Join(' ', nodes.Select(node => node.Name))})");
    }

    [Theory]
    [InlineData("eventstore:2113")]
    [InlineData("http://eventstore:2113")]
    [InlineData("esdb://eventstore")]
    [InlineData("esdb://a:2113;b:2113?tls=true")]
    [InlineData("esdb://archive@a:2113?tls=true")]
    [InlineData("esdb://a:2113?tls")]
    [InlineData("esdb://a:2113?tlsCa=/ca.crt")]
    public void A_planted_address_that_the_client_refuses_is_found(string planted) => Should.Throw<FormatException>(() => EventStoreAddress.Parse(planted));
}
