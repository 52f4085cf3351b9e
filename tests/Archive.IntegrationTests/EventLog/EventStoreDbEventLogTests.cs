namespace Archive.IntegrationTests.EventLog;

/// <summary>On the double, always.</summary>
public sealed class EventStoreDbEventLogTests : EventLogContract
{
    /// <summary>More than the server takes in one append.</summary>
    private protected override string Refused => new('x', 1_100_000);

    private protected override async Task<ITestLog> CreateAsync() => new DoubleTestLog(await DoubleTestServer.CreateAsync());
}
