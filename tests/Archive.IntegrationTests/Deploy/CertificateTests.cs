using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Archive.IntegrationTests.Deploy;

[UnsupportedOSPlatform("windows")]
[Trait(TestLog.Trait, TestLog.None)]
public sealed class CertificateTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("archive-certificates-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_node_knows_another_as_server_and_as_client()
    {
        (await DeployScript.RunAsync("make-certificates.sh", _folder, "one", "two,db2.example.org,10.0.0.2")).Code.ShouldBe(0);
        await ShakeHandsAsync("one", "two", "one");
        await ShakeHandsAsync("two", "one", "db2.example.org");
        await ShakeHandsAsync("two", "one", "10.0.0.2");
        await ShakeHandsAsync("two", "one", "localhost");
        await Should.ThrowAsync<AuthenticationException>(() => ShakeHandsAsync("two", "one", "one"));
    }

    [Fact]
    public async Task A_certificate_says_what_the_server_demands_and_its_key_is_its_owners_alone()
    {
        await DeployScript.RunAsync("make-certificates.sh", _folder, "one");
        using var node = Node("one");
        node.GetNameInfo(X509NameType.SimpleName, false).ShouldBe("eventstoredb-node");
        node.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority.ShouldBeFalse();
        node.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.ShouldBe(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment);
        node.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Select(use => use.Value).ShouldBe(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
        node.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames().ShouldBe(["one", "localhost"]);
        // EventStoreDB 23.10 reads the key by its first line, and knows no key but an RSA one.
        File.ReadLines(Path.Combine(_folder, "one", "node.key")).First().ShouldBe("-----BEGIN PRIVATE KEY-----");
        node.GetRSAPrivateKey().ShouldNotBeNull();
        File.GetUnixFileMode(Path.Combine(_folder, "one", "node.key")).ShouldBe(OwnerOnly);
        File.GetUnixFileMode(Path.Combine(_folder, "ca.key")).ShouldBe(OwnerOnly);
        Directory.GetFiles(Path.Combine(_folder, "ca")).ShouldBe([Path.Combine(_folder, "ca", "ca.crt")]);
    }

    [Fact]
    public async Task Another_run_changes_nothing_and_adds_what_is_missing()
    {
        await DeployScript.RunAsync("make-certificates.sh", _folder, "one");
        var before = Contents();
        (await DeployScript.RunAsync("make-certificates.sh", _folder, "one", "two")).Output.ShouldBe("Made the certificate of two.\n");
        Contents().Where(file => before.ContainsKey(file.Key)).ShouldBe(before, ignoreOrder: true);
        await ShakeHandsAsync("two", "one", "two");
    }

    [Theory]
    [InlineData("one/node.crt")]
    [InlineData("one/node.key")]
    [InlineData("ca/ca.crt")]
    public async Task What_is_half_there_is_refused_and_not_overwritten(string missing)
    {
        await DeployScript.RunAsync("make-certificates.sh", _folder, "one");
        File.Delete(Path.Combine(_folder, missing));
        var before = Contents();
        var again = await DeployScript.RunAsync("make-certificates.sh", _folder, "one");
        again.Code.ShouldBe(1);
        again.Error.ShouldContain("Nothing is overwritten");
        Contents().ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_node_cannot_be_signed_without_the_key_of_the_CA_and_a_strange_certificate_is_told()
    {
        await DeployScript.RunAsync("make-certificates.sh", _folder, "one");
        File.Delete(Path.Combine(_folder, "ca.key"));
        (await DeployScript.RunAsync("make-certificates.sh", _folder, "one", "two")).Error.ShouldContain("ca.key is not there to sign the certificate of two");
        Directory.Exists(Path.Combine(_folder, "two")).ShouldBeFalse();
        Directory.Delete(Path.Combine(_folder, "ca"), true);
        var other = await DeployScript.RunAsync("make-certificates.sh", _folder, "one");
        other.Code.ShouldBe(1);
        other.Error.ShouldContain("one/node.crt does not hold as sslserver");
    }

    [Theory]
    [InlineData("../one")]
    [InlineData("one;two")]
    [InlineData("ca")]
    public async Task A_name_that_is_none_is_refused_before_anything_is_made(string node)
    {
        (await DeployScript.RunAsync("make-certificates.sh", _folder, node)).Code.ShouldBe(2);
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    private async Task ShakeHandsAsync(string server, string client, string host)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var dialled = new TcpClient();
        await dialled.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        using var accepted = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var serverNode = Node(server);
        using var clientNode = Node(client);
        await using var serverSide = new SslStream(accepted.GetStream());
        await using var clientSide = new SslStream(dialled.GetStream());
        var answering = serverSide.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = serverNode, ClientCertificateRequired = true, CertificateChainPolicy = Policy() }, TestContext.Current.CancellationToken);
        try
        {
            await clientSide.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = host, ClientCertificates = [clientNode], CertificateChainPolicy = Policy() }, TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!clientSide.IsAuthenticated)
                dialled.Close();
            await answering.ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        await answering;
        serverSide.RemoteCertificate!.Subject.ShouldBe("CN=eventstoredb-node");
    }

    private X509ChainPolicy Policy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder, "ca", "ca.crt")) },
    };

    private X509Certificate2 Node(string name) => X509Certificate2.CreateFromPemFile(Path.Combine(_folder, name, "node.crt"), Path.Combine(_folder, name, "node.key"));

    private Dictionary<string, string> Contents() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllText);
}
