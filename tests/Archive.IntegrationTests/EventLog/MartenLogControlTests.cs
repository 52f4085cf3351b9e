namespace Archive.IntegrationTests.EventLog;

[Trait(TestLog.Trait, TestLog.Marten)]
public sealed class MartenLogControlTests : LogControlContract
{
    private protected override async Task<ITestLog> CreateAsync() => await MartenTestLog.CreateAsync();
}
