using Archive.EventLog;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;

namespace Archive.IntegrationTests.EventLog;

/// <summary>A log on a double of its own, with others' events around it.</summary>
internal sealed class DoubleTestServer(EventStoreDouble server) : ITestLogServer
{
    public EventStoreDouble Double => server;

    public static async Task<DoubleTestServer> CreateAsync()
    {
        var made = new DoubleTestServer(await EventStoreDouble.StartAsync());
        made.Double.PutForeign(count: 3);
        await using var log = made.Open();
        await log.Control.OpenAsync("archive.test/log", TestContext.Current.CancellationToken);
        return made;
    }

    public EventStoreDbEventLog Open() => new(EventStoreDbPlace.Parse(server.ConnectionString, "archive"), TimeProvider.System);

    IEventLog ITestLogServer.Open() => Open();

    public Task DisconnectAsync()
    {
        server.ResetConnections();
        server.PutForeign();
        return Task.CompletedTask;
    }

    public Task StopAsync() => server.StopAsync();

    /// <summary>The appends that it has are written and not answered.</summary>
    public async Task DieAsync()
    {
        server.Faults.DieAfter(3);
        // Where nobody appends any more, it is stopped.
        await Task.WhenAny(server.Died, Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
        await server.StopAsync();
    }

    public Task StartAsync() => server.StartAgainAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
