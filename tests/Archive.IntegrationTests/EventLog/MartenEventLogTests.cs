using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

[Trait(TestLog.Trait, TestLog.Marten)]
public sealed class MartenEventLogTests : EventLogContract
{
    private protected override string Refused => "nul \0 here";

    private protected override async Task<ITestLog> CreateAsync() => await MartenTestLog.CreateAsync();

    [Fact]
    public async Task An_event_id_that_stands_in_another_stream_is_never_taken_again()
    {
        await using var log = await CreateAsync();
        var added = New("s1", 1);
        await log.Log.AppendAsync("source/s1", -1, [added], Cancellation);
        var bad = log.Log.AppendAsync("source/s2", -1, [added], Cancellation);
        var good = log.Log.AppendAsync("source/s3", -1, [New("s3", 1)], Cancellation);
        await bad.ShouldThrowAsync<Exception>();
        (await good).ShouldBeOfType<AppendResult.Appended>();
        (await log.Log.FindMissingAsync(["source/s1", "source/s2", "source/s3"], Cancellation)).ShouldBe(["source/s2"]);
    }
}
