using Archive.EventLog;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;

namespace Archive.IntegrationTests.EventLog;

/// <summary>On the double, always.</summary>
public sealed class EventStoreDbEventLogTests : EventLogContract
{
    /// <summary>More than the server takes in one append.</summary>
    private protected override string Refused => new('x', 1_100_000);

    private protected override async Task<ITestLog> CreateAsync() => await DoubledTestLog.StartAsync();
}

/// <summary>A log on a double of its own.</summary>
internal sealed class DoubledTestLog : ITestLog
{
    private EventStoreDbEventLog _log;

    private DoubledTestLog(EventStoreDouble server)
    {
        Server = server;
        _log = OpenAnother();
    }

    public EventStoreDouble Server { get; }

    public IEventLog Log => _log;

    public static async Task<DoubledTestLog> StartAsync()
    {
        var log = new DoubledTestLog(await EventStoreDouble.StartAsync());
        log.Server.PutForeign(count: 3);
        await log._log.Control.OpenAsync("archive.test/log", TestContext.Current.CancellationToken);
        return log;
    }

    /// <summary>Another process's view of it.</summary>
    public EventStoreDbEventLog OpenAnother() => new(EventStoreDbPlace.Parse(Server.ConnectionString, "archive"), TimeProvider.System);

    public async Task ReopenAsync()
    {
        await _log.DisposeAsync();
        _log = OpenAnother();
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await Server.DisposeAsync();
    }
}
