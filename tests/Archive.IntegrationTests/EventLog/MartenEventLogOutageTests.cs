namespace Archive.IntegrationTests.EventLog;

[Trait(TestLog.Trait, TestLog.Marten)]
public sealed class MartenEventLogOutageTests : EventLogOutageContract
{
    private protected override async Task<ITestLogServer> CreateAsync() => await MartenTestServer.CreateAsync();
}
