using Archive.EventLog;
using Archive.EventStoreDb;

namespace Archive.IntegrationTests.EventLog;

/// <summary>A log on a double of its own, whatever the suite runs on.</summary>
internal sealed class DoubleTestLog(DoubleTestServer server) : ITestLog
{
    private readonly EventStoreDbEventLog _log = server.Open();

    public IEventLog Log => _log;

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await server.DisposeAsync();
    }
}
