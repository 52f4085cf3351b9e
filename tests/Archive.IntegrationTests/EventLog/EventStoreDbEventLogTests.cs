using Archive.EventLog;
using Archive.EventStoreDb;

namespace Archive.IntegrationTests.EventLog;

/// <summary>On the double, always.</summary>
public sealed class EventStoreDbEventLogTests : EventLogContract
{
    /// <summary>More than the server takes in one append.</summary>
    private protected override string Refused => new('x', 1_100_000);

    private protected override async Task<ITestLog> CreateAsync() => new Of(await DoubleTestServer.CreateAsync());

    private sealed class Of(DoubleTestServer server) : ITestLog
    {
        private readonly EventStoreDbEventLog _log = server.Open();

        public IEventLog Log => _log;

        public async ValueTask DisposeAsync()
        {
            await _log.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
