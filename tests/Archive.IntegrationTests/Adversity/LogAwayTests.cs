using Archive.Commands;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;
using Archive.Projection;
using Archive.Provenance;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Adversity;

/// <summary>EventStoreDB goes away, and PostgreSQL stays.</summary>
[Trait(TestLog.Trait, TestLog.None)]
public sealed class LogAwayTests : IAsyncLifetime
{
    private EventStoreDouble _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await EventStoreDouble.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Changes_are_refused_questions_are_answered_and_all_goes_on_by_itself_when_it_is_back()
    {
        await using var archive = await CreateAsync();
        await archive.RegisterAsync("before");
        await _server.StopAsync();
        var command = new RegisterSource(archive.Context(), "while", new SourceDraft(SourceKind.Other, "T"));

        (await Should.ThrowAsync<LogAwayException>(() => archive.SendAsync(command))).Message.ShouldContain("The event log is out of reach (EventStoreDB at 127.0.0.1");
        (await RestingAsync(archive, "before")).AsOf.Entry.ShouldBe(1);
        (await archive.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Problems.ShouldHaveSingleItem().Code.ShouldBe("log-away"),
            status => status.Ready.ShouldBeFalse(),
            status => status.Lag.ShouldBeNull(),
            status => status.Log.ShouldBe("archive.test/log"),
            status => status.Entry.ShouldBe(1));

        await _server.StartAgainAsync();
        var receipt = (await archive.SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Ok>().Value;
        await archive.Host.WaitForAsync(receipt.Position!.Value, Cancellation);
        (await archive.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(status => status.Entry.ShouldBe(2), status => status.Lag.ShouldBe(0), status => status.Ready.ShouldBeTrue());
    }

    [Fact]
    public async Task An_archive_is_opened_without_it_for_what_is_projected()
    {
        await using var archive = await CreateAsync();
        await archive.RegisterAsync("before");
        await _server.StopAsync();

        await archive.ReopenAsync();

        (await RestingAsync(archive, "before")).AsOf.Entry.ShouldBe(1);
        await _server.StartAgainAsync();
        await archive.RegisterAsync("after");
        (await archive.AskAsync(new GetStatus())).Entry.ShouldBe(2);
    }

    /// <summary>Longer than any of the adapter's own tries.</summary>
    [Fact]
    public async Task Whoever_is_at_work_is_told_and_goes_on_and_nothing_is_lost_or_doubled()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var busy = await BusyArchive.OpenAsync(database.ConnectionString, configure: services => services.AddEventStoreDb(_server.ConnectionString, "archive"));
        busy.Begin(writers: 4, readers: 2, pause: TimeSpan.FromMilliseconds(10));
        await busy.GoOnAsync(50);

        await _server.StopAsync();
        while (busy.ToldWriters.IsEmpty)
            await Task.Delay(50, Cancellation);
        await _server.StartAgainAsync();

        await busy.GoOnAsync(50);
        // Written, and the answers lost.
        _server.Faults.DieAfter(3);
        await _server.Died;
        await _server.StartAgainAsync();
        await busy.GoOnAsync(50);
        await busy.EndAsync();
        busy.ToldWriters.ShouldAllBe(told => told is LogAwayException);
        await busy.CheckAsync();
    }

    [Fact]
    public async Task What_is_not_the_archives_under_its_prefix_stops_the_projector_by_name_and_under_another_is_nothing_to_it()
    {
        await using var archive = await CreateAsync();
        await archive.RegisterAsync("one");
        _server.PutForeign("archive2:orders-1");
        await archive.RegisterAsync("two");
        _server.PutForeign("archive:orders-1");

        while ((await archive.AskAsync(new GetStatus())).Stopped is null)
            await Task.Delay(20, Cancellation);

        (await archive.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Entry.ShouldBe(2),
            status => status.Lag.ShouldBe(1),
            status => status.Problems.ShouldHaveSingleItem().Code.ShouldBe("event-unprojectable"),
            status => status.Stopped!.ShouldContain("order-placed"),
            status => status.Stopped!.ShouldContain("archive:orders-1"));
    }

    private Task<TestArchive> CreateAsync() => TestArchive.CreateAsync(configure: services => services.AddEventStoreDb(_server.ConnectionString, "archive"));

    private static Task<RestingClaims> RestingAsync(TestArchive archive, string source) =>
        archive.AskAsync(new ListClaimsRestingOn(source, AsOf.Latest, ClaimFilter.None, PageRequest.First));
}
