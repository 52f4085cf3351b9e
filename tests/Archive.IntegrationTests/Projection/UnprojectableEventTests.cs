using System.Diagnostics;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Projection;
using Archive.Sources;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archive.IntegrationTests.Projection;

/// <summary>
/// Three sources are registered, and the second one's event is made unprojectable before it is projected, in each of the ways in which that can be.
/// </summary>
public sealed class UnprojectableEventTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is damaged, how it is mended, and what the message has to name.</summary>
    public static TheoryData<string, string, string> Damages => new()
    {
        { "type = 'from-the-future.v9'", "type = 'source-registered.v1'", "from-the-future.v9" },
        { "data = '{\"source\": 5}'", "data = (select data from kept)", "source-registered.v1" },
        { "data = '[]'", "data = (select data from kept)", "source-registered.v1" },
        { "data = '{}'", "data = (select data from kept)", "source-registered.v1" },
        { "data = 'null'", "data = (select data from kept)", "source-registered.v1" },
        { "headers = '{}'", "headers = (select headers from kept)", "no metadata of the archive" },
        { "headers = null", "headers = (select headers from kept)", "no metadata of the archive" },
        { "headers = '{\"archive\": {}}'", "headers = (select headers from kept)", "metadata" },
        { "headers = '{\"archive\": \"text\"}'", "headers = (select headers from kept)", "metadata" },
        { "headers = jsonb_set(headers, '{archive,payloadSalt}', '\"short\"')", "headers = (select headers from kept)", "metadata" },
        { "type = 'source-described.v1'", "type = 'source-registered.v1'", "source-described.v1" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task The_projector_stops_at_it_names_it_and_goes_on_by_itself_when_it_is_mended(string damage, string mended, string named)
    {
        await using var archive = await TestArchive.CreateAsync();
        await SendThreeAsync(archive);
        await ExecuteAsync(archive, "create table kept as select data, headers, id from archive_log.mt_events where stream_id = 'source/broken'");
        await ExecuteAsync(archive, $"update archive_log.mt_events set {damage} where stream_id = 'source/broken'");

        await StopsAtTheSecondAsync(archive, named);

        await ExecuteAsync(archive, $"update archive_log.mt_events set {mended} where stream_id = 'source/broken'");
        await GoesOnAsync(archive);
    }

    [Fact]
    public async Task A_handler_that_throws_stops_it_too()
    {
        var handler = new FailingHandler { Fails = true };
        await using var archive = await TestArchive.CreateAsync(configure: services => services.AddSingleton<INotificationHandler<Recorded<SourceRegistered>>>(handler));
        await SendThreeAsync(archive);

        await StopsAtTheSecondAsync(archive, "the planted fault");

        handler.Fails = false;
        await GoesOnAsync(archive);
    }

    [Fact]
    public async Task An_event_that_cannot_follow_its_stream_stops_it_too()
    {
        await using var archive = await TestArchive.CreateAsync();
        await SendThreeAsync(archive);
        await ExecuteAsync(archive, "update archive_log.mt_events set stream_id = 'source/before', version = 2 where stream_id = 'source/broken'");

        await StopsAtTheSecondAsync(archive, "source/before");

        await ExecuteAsync(archive, "update archive_log.mt_events set stream_id = 'source/broken', version = 1 where version = 2");
        await GoesOnAsync(archive);
    }

    [Fact]
    public async Task It_is_logged_with_its_entry_and_its_id()
    {
        var said = new KeptLog();
        await using var archive = await TestArchive.CreateAsync(configure: services => services.AddSingleton<ILoggerProvider>(said));
        await SendThreeAsync(archive);
        await ExecuteAsync(archive, "update archive_log.mt_events set type = 'from-the-future.v9' where stream_id = 'source/broken'");

        await StopsAtTheSecondAsync(archive, "from-the-future.v9");

        said.Lines.ShouldContain(line => line.Contains("event-unprojectable") && line.Contains("Entry 2") && line.Contains("from-the-future.v9"));
    }

    [Fact]
    public async Task A_rebuild_refuses_it_by_name_and_the_read_models_that_answer_stay()
    {
        await using var archive = await TestArchive.CreateAsync();
        await SendThreeAsync(archive);
        await archive.Host.CatchUpAsync(Cancellation);
        await ExecuteAsync(archive, "update archive_log.mt_events set headers = null where stream_id = 'source/broken'");

        var refused = await Should.ThrowAsync<ProjectionStoppedException>(() => archive.Host.RebuildAsync(null, Cancellation));

        (refused.Code, refused.Message.Contains("Entry 2")).ShouldBe(("event-unprojectable", true));
        (await archive.AskAsync(new GetStatus())).Generation.ShouldBe(1);
    }

    /// <summary>The head's own event: what is there now is not what was projected.</summary>
    [Fact]
    public async Task An_event_that_was_projected_and_is_unreadable_now_is_another_log()
    {
        await using var archive = await TestArchive.CreateAsync();
        await SendThreeAsync(archive);
        await archive.Host.CatchUpAsync(Cancellation);
        await ExecuteAsync(archive, "update archive_log.mt_events set headers = null where stream_id = 'source/after'");
        await archive.ReopenAsync();
        archive.Host.StartProjecting();

        var status = await UntilAsync(archive, status => status.Stopped is not null);

        status.Problems.ShouldHaveSingleItem().Code.ShouldBe("log-diverged");
    }

    private static async Task SendThreeAsync(TestArchive archive)
    {
        foreach (var id in (string[])["before", "broken", "after"])
            (await archive.SendAsync(new RegisterSource(archive.Context(), id, new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
    }

    private static async Task StopsAtTheSecondAsync(TestArchive archive, string named)
    {
        var broken = (await IdAsync(archive)).ToString();
        archive.Host.StartProjecting();
        var status = await UntilAsync(archive, status => status.Stopped is not null);
        (status.Entry, status.Lag, status.Ready).ShouldBe((1, 2, false));
        var problem = status.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("event-unprojectable");
        problem.Message.ShouldBe(status.Stopped);
        problem.Message.ShouldContain("Entry 2 cannot be projected");
        problem.Message.ShouldContain(broken);
        problem.Message.ShouldContain(named);
        problem.Message.ShouldNotContain("Object reference");
        var end = await archive.Log.FindEndAsync(Cancellation);
        (await Should.ThrowAsync<ProjectionStoppedException>(() => archive.Host.WaitForAsync(end, Cancellation))).Message.ShouldBe(status.Stopped);
    }

    private static async Task GoesOnAsync(TestArchive archive)
    {
        var status = await UntilAsync(archive, status => status.Entry == 3);
        (status.Lag, status.Ready, status.Stopped).ShouldBe((0, true, null));
        (await archive.ReadAsync(3, async snapshot => (await snapshot.AllSourcesAsync()).Select(version => version.Stream).Order(StringComparer.Ordinal).ToArray()))
            .ShouldBe(["source/after", "source/before", "source/broken"]);
    }

    private static async Task<ArchiveStatus> UntilAsync(TestArchive archive, Func<ArchiveStatus, bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(50, Cancellation))
        {
            var status = await archive.AskAsync(new GetStatus());
            if (isSo(status))
                return status;
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(60), status.ToString());
        }
    }

    private static async Task<Guid> IdAsync(TestArchive archive)
    {
        await using var command = archive.Database.CreateCommand("select id from archive_log.mt_events where seq_id = 2");
        return (Guid)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static async Task ExecuteAsync(TestArchive archive, string sql)
    {
        await using var command = archive.Database.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldNotBe(0);
    }

    private sealed class FailingHandler : INotificationHandler<Recorded<SourceRegistered>>
    {
        public bool Fails { get; set; }

        public Task Handle(Recorded<SourceRegistered> notification, CancellationToken cancellationToken) =>
            Fails && notification.Event.Source == "broken" ? throw new InvalidOperationException("This is the planted fault.") : Task.CompletedTask;
    }
}
