using EventStore.Client;

namespace Archive.Tests.CompatibleClient;

/// <summary>
/// PublicApi.txt is what our client promises: a part of what the official one has. With -p:EventStoreClient=package the official client is held to it.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string[] Written = File.ReadAllLines(RepositoryRoot.File("tests/Archive.Tests/EventStoreClient/PublicApi.txt"));

    private static readonly IReadOnlySet<string> Found = PublicApiLines.Of(typeof(EventStore.Client.EventStoreClient).Assembly, typeof(Position).Assembly);

#if OFFICIAL_CLIENT
    [Fact]
    public void The_official_client_has_everything_that_is_written() => Written.Except(Found, StringComparer.Ordinal).ShouldBeEmpty();
#else
    [Fact]
    public void Our_client_has_what_is_written_and_no_more() =>
        Found.Order(StringComparer.Ordinal).ShouldBe(Written, ignoreOrder: false, "Write what is meant into PublicApi.txt, sorted, and look each line up in the official client.");
#endif
}
