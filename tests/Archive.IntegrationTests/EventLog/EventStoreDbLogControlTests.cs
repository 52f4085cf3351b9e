namespace Archive.IntegrationTests.EventLog;

public sealed class EventStoreDbLogControlTests : LogControlContract
{
    private protected override async Task<ITestLog> CreateAsync() => new DoubleTestLog(await DoubleTestServer.CreateAsync());
}
