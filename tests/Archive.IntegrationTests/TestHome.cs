using Archive.Postgres;

namespace Archive.IntegrationTests;

/// <summary>A new home for a private cluster; the cluster is stopped and removed with it.</summary>
internal sealed class TestHome : IAsyncDisposable
{
    private readonly string _parent;

    public TestHome(string inside = "home")
    {
        _parent = Directory.CreateTempSubdirectory("archive-test-").FullName;
        // Root's cluster is another user's, who has to get through.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_parent, (UnixFileMode)Convert.ToInt32("755", 8));
        Home = Path.Combine(_parent, inside);
        Cluster = NewCluster();
    }

    public string Home { get; }

    public PrivateCluster Cluster { get; }

    public List<string> Said { get; } = [];

    /// <summary>Another view of the same cluster, as another process has.</summary>
    public PrivateCluster NewCluster() => new(Home, Say, TimeProvider.System) { Durable = false };

    /// <summary>As a user's is made: slower to make, and durable.</summary>
    public PrivateCluster NewDurableCluster() => new(Home, Say, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopAsync(CancellationToken.None);
        Directory.Delete(_parent, recursive: true);
    }

    private void Say(string words)
    {
        lock (Said)
            Said.Add(words);
    }
}
