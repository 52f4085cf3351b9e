using System.Globalization;
using Archive.EventLog;
using Archive.EventStoreDb;

namespace Archive.IntegrationTests.EventLog;

/// <summary>On the real server that <c>ARCHIVE_TEST_EVENTSTORE</c> names.</summary>
public sealed class EventStoreDbServerEventLogTests : EventLogContract
{
    private static int s_count;

    /// <summary>More than the server takes in one append.</summary>
    private protected override string Refused => new('x', 1_100_000);

    /// <summary>Each log has a prefix of its own, for a server keeps what former runs left.</summary>
    private protected override async Task<ITestLog> CreateAsync()
    {
        Assert.SkipWhen(TestLog.GivenServer is null, "It needs a real EventStoreDB or KurrentDB: name one in ARCHIVE_TEST_EVENTSTORE.");
        var prefix = string.Create(CultureInfo.InvariantCulture, $"contract-{Guid.NewGuid().ToString("N")[..12]}-{Interlocked.Increment(ref s_count)}");
        var log = new EventStoreDbEventLog(EventStoreDbPlace.Parse(TestLog.GivenServer!, prefix), TimeProvider.System);
        await log.Control.OpenAsync("archive.test/log", Cancellation);
        return new ServerTestLog(log);
    }

    private sealed class ServerTestLog(EventStoreDbEventLog log) : ITestLog
    {
        public IEventLog Log => log;

        public ValueTask DisposeAsync() => log.DisposeAsync();
    }
}
