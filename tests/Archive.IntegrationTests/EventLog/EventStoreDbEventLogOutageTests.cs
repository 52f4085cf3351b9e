namespace Archive.IntegrationTests.EventLog;

public sealed class EventStoreDbEventLogOutageTests : EventLogOutageContract
{
    private protected override async Task<ITestLogServer> CreateAsync() => await DoubleTestServer.CreateAsync();
}
