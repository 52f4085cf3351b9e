using System.Text;
using Grpc.Core;
using static Archive.IntegrationTests.EventStoreDb.RawStreams;

namespace Archive.IntegrationTests.EventStoreDb;

public sealed class DoubleAccessTests
{
    private static readonly EventStoreDoubleOptions Secured = new()
    {
        Tls = true,
        Users = [new DoubleUser("admin", "changeit"), new DoubleUser("guest", "guest", MayAll: false)],
    };

    [Fact]
    public async Task A_secured_double_serves_who_may_denies_who_may_not_and_does_not_know_wrong_passwords()
    {
        await using var server = await EventStoreDouble.StartAsync(Secured);
        using var raw = new RawStreams(server);

        (await raw.AppendAsync("one", ExpectedRevision.Any, Events(1), Basic("admin:changeit"))).Success.ShouldNotBeNull();
        (await raw.ReadAsync(OfAll(AllFromStart(), ByStream("one")), Basic("admin:changeit"))).Count.ShouldBe(1);
        foreach (var headers in new[] { new Metadata(), Basic("guest:guest") })
        {
            var denied = await Should.ThrowAsync<RpcException>(() => raw.AppendAsync("one", ExpectedRevision.Any, Events(1), headers));
            denied.StatusCode.ShouldBe(StatusCode.PermissionDenied);
            denied.Trailers.GetValue("exception").ShouldBe("access-denied");
            (await Should.ThrowAsync<RpcException>(() => raw.ReadAsync(OfAll(AllFromStart()), headers))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        }
        (await Should.ThrowAsync<RpcException>(() => raw.ReadAsync(OfAll(AllFromStart()), Basic("admin:wrong")))).StatusCode
            .ShouldBe(StatusCode.Unauthenticated);
        (await raw.Gossip.ReadAsync(new())).Members.ShouldHaveSingleItem();
        server.ConnectionString.ShouldBe($"esdb://admin:changeit@127.0.0.1:{server.Port}?tls=true&tlsVerifyCert=false");
    }

    [Fact]
    public async Task An_insecure_double_ignores_credentials()
    {
        await using var server = await EventStoreDouble.StartAsync();
        using var raw = new RawStreams(server);

        (await raw.AppendAsync("one", ExpectedRevision.Any, Events(1), Basic("admin:wrong"))).Success.ShouldNotBeNull();
        server.ConnectionString.ShouldBe($"esdb://127.0.0.1:{server.Port}?tls=false");
    }

    private static Metadata Basic(string user) => new() { { "authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user)) } };
}
