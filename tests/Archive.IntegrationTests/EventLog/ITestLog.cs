using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

/// <summary>An empty log for one test.</summary>
internal interface ITestLog : IAsyncDisposable
{
    IEventLog Log { get; }
}
