using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

public sealed class MartenEventLogTests : EventLogContract
{
    private protected override async Task<ITestLog> CreateAsync() => new MartenTestLog(await TestArchive.CreateAsync());

    private sealed class MartenTestLog(TestArchive archive) : ITestLog
    {
        public IEventLog Log => archive.Log;

        public ValueTask DisposeAsync() => archive.DisposeAsync();
    }
}
