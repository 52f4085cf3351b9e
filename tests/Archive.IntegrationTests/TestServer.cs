using Archive.Postgres;

namespace Archive.IntegrationTests;

/// <summary>
/// The PostgreSQL server of the tests, started when the first test asks: the one <c>ARCHIVE_TEST_POSTGRES</c> names; otherwise a private
/// cluster in <c>ARCHIVE_TEST_HOME</c>, which stays for whoever gave it; otherwise one that ends with this process.
/// </summary>
internal static class TestServer
{
    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    /// <summary>Connection string of a database on the server, for those who want to make others.</summary>
    public static Task<string> ConnectionStringAsync() => Server.Value;

    private static Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("ARCHIVE_TEST_POSTGRES") is { Length: > 0 } given)
            return Task.FromResult(given);
        if (Environment.GetEnvironmentVariable("ARCHIVE_TEST_HOME") is { Length: > 0 } home)
            return new PrivateCluster(home, _ => { }, TimeProvider.System) { Durable = false }.EnsureRunningAsync(CancellationToken.None);
        var own = new TestHome();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => own.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return own.Cluster.EnsureRunningAsync(CancellationToken.None);
    }
}
