using System.Diagnostics;
using System.Text.Json.Nodes;
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

    /// <summary>What is damaged, by what, and what the message has to name.</summary>
    public static TheoryData<string, string, string> Damages => new()
    {
        { "type", "from-the-future.v9", "from-the-future.v9" },
        { "data", """{"source": 5}""", "source-registered.v1" },
        { "data", "[]", "source-registered.v1" },
        { "data", "{}", "source-registered.v1" },
        { "data", "null", "source-registered.v1" },
        { "metadata", "{}", "no metadata of the archive" },
        { "metadata", "", "no metadata of the archive" },
        { "metadata", """{"archive": {}}""", "metadata" },
        { "metadata", """{"archive": "text"}""", "metadata" },
        { "salt", "short", "metadata" },
        { "type", "source-described.v1", "source-described.v1" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task The_projector_stops_at_it_names_it_and_goes_on_by_itself_when_it_is_mended(string part, string damage, string named)
    {
        await using var archive = await TestArchive.CreateAsync();
        await SendThreeAsync(archive);
        KeptEvent? kept = null;
        await archive.Tampering.ChangeAsync("source/broken", there => Damaged(kept = there, part, damage));

        await StopsAtTheSecondAsync(archive, named);

        await archive.Tampering.ChangeAsync("source/broken", _ => kept);
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
        await archive.Tampering.ChangeAsync("source/broken", there => there with { Stream = "source/before", Revision = 1 });

        await StopsAtTheSecondAsync(archive, "source/before");

        await archive.Tampering.ChangeAsync("source/before", there => there.Revision == 1 ? there with { Stream = "source/broken", Revision = 0 } : there);
        await GoesOnAsync(archive);
    }

    [Fact]
    public async Task It_is_logged_with_its_entry_and_its_id()
    {
        var said = new KeptLog();
        await using var archive = await TestArchive.CreateAsync(configure: services => services.AddSingleton<ILoggerProvider>(said));
        await SendThreeAsync(archive);
        await archive.Tampering.ChangeAsync("source/broken", there => there with { Type = "from-the-future.v9" });

        await StopsAtTheSecondAsync(archive, "from-the-future.v9");

        said.Lines.ShouldContain(line => line.Contains("event-unprojectable") && line.Contains("Entry 2") && line.Contains("from-the-future.v9"));
    }

    [Fact]
    public async Task A_rebuild_refuses_it_by_name_and_the_read_models_that_answer_stay()
    {
        await using var archive = await TestArchive.CreateAsync();
        await SendThreeAsync(archive);
        await archive.Host.CatchUpAsync(Cancellation);
        await archive.Tampering.ChangeAsync("source/broken", there => there with { Metadata = null });

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
        await archive.Tampering.ChangeAsync("source/after", there => there with { Metadata = null });
        await archive.ReopenAsync();
        archive.Host.StartProjecting();

        var status = await UntilAsync(archive, status => status.Stopped is not null);

        status.Problems.ShouldHaveSingleItem().Code.ShouldBe("log-diverged");
    }

    /// <summary>The first event of the archive's second command.</summary>
    private static Guid Broken => global::Archive.EventLog.EventId.Of(global::Archive.EventLog.EventId.NameBased(Guid.Empty, BitConverter.GetBytes(2)), "source/broken", 0);

    private static async Task SendThreeAsync(TestArchive archive)
    {
        foreach (var id in (string[])["before", "broken", "after"])
            (await archive.SendAsync(new RegisterSource(archive.Context(), id, new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
    }

    private static async Task StopsAtTheSecondAsync(TestArchive archive, string named)
    {
        archive.Host.StartProjecting();
        var status = await UntilAsync(archive, status => status.Stopped is not null);
        (status.Entry, status.Lag, status.Ready).ShouldBe((1, 2, false));
        var problem = status.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("event-unprojectable");
        problem.Message.ShouldBe(status.Stopped);
        problem.Message.ShouldContain("Entry 2 cannot be projected");
        problem.Message.ShouldContain(Broken.ToString());
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

    private static KeptEvent Damaged(KeptEvent kept, string part, string damage) => part switch
    {
        "type" => kept with { Type = damage },
        "data" => kept with { Data = damage },
        "metadata" => kept with { Metadata = damage },
        _ => kept with { Metadata = WithSalt(kept.Metadata!, damage) },
    };

    private static string WithSalt(string metadata, string salt)
    {
        var changed = JsonNode.Parse(metadata)!;
        changed["archive"]!["payloadSalt"].ShouldNotBeNull();
        changed["archive"]!["payloadSalt"] = salt;
        return changed.ToJsonString();
    }

    private sealed class FailingHandler : INotificationHandler<Recorded<SourceRegistered>>
    {
        public bool Fails { get; set; }

        public Task Handle(Recorded<SourceRegistered> notification, CancellationToken cancellationToken) =>
            Fails && notification.Event.Source == "broken" ? throw new InvalidOperationException("This is the planted fault.") : Task.CompletedTask;
    }
}
