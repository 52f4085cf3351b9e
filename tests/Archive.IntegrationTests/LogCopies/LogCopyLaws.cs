using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using Archive.LogCopies;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.LogCopies;

public sealed class LogCopyLaws
{
    [Theory]
    [InlineData(71, "postgres", "archive")]
    [InlineData(72, "postgres", "archive")]
    [InlineData(73, "archive", "postgres")]
    [InlineData(74, "archive", "postgres")]
    [InlineData(75, "postgres", "other")]
    [InlineData(76, "archive", "archive-2")]
    public async Task A_copied_log_gives_the_same_entries_documents_and_leaf_hashes(int seed, string from, string to)
    {
        await using var moving = await MovingArchive.CreateAsync();
        IReadOnlyList<LoggedEvent> events;
        string dump;
        ArchiveStatus before;
        await using (var archive = await moving.OpenAsync(from))
        {
            await RandomArchive.BeginAsync(archive, new Histories(seed));
            await RandomArchive.GoOnAsync(archive, new Histories(seed), 60);
            events = await RandomArchive.EventsAsync(archive);
            before = await archive.AskAsync(new GetStatus());
            dump = await ReadModelDump.OfAsync(archive, before.Generation);
        }

        var copied = await moving.CopiedAsync(from, to);
        var compared = await moving.CompareAsync(from, to);

        (copied.Events, copied.Log).ShouldBe((events.Count, "archive.test/log"));
        (compared.Equal, compared.Events, compared.RootHash, compared.Difference).ShouldBe((true, events.Count, copied.RootHash, null));
        copied.To.LogId.ShouldNotBe(copied.From.LogId);
        await using var moved = await moving.OpenAsync(to);
        (await RandomArchive.EventsAsync(moved)).Select(Identity).ShouldBe(events.Select(Identity));
        var head = await moved.Host.Services.GetRequiredService<ProjectionProgress>().ReadHeadAsync(TestContext.Current.CancellationToken);
        (head.LogId, head.Position, head.ReadUpTo, head.EventId).ShouldBe((copied.To.LogId, (await RandomArchive.EventsAsync(moved))[^1].Position, head.Position, events[^1].Id));
        var after = await moved.AskAsync(new GetStatus());
        (after.Entry, after.RecordedAt, after.Log, after.LogId, after.Ready).ShouldBe((before.Entry, before.RecordedAt, before.Log, copied.To.LogId, true));
        (await ReadModelDump.OfAsync(moved, after.Generation)).ShouldBe(dump);
        await Law.EntriesAreDenseAsync(moved, events);
        await Law.AsOfIsTheFoldAsync(moved, await RandomArchive.EventsAsync(moved), [1, events.Count / 2, events.Count], $"{from} to {to}");
        await Law.TheLedgerIsSoundAsync(moved);
        await Law.RebuildIsLiveAsync(moved);
        await moved.RegisterAsync("goes-on");
        (await moved.AskAsync(new GetStatus())).Entry.ShouldBe(events.Count + 1);
        (await moving.CompareAsync(from, to)).Difference.ShouldNotBeNull().ShouldSatisfyAllConditions(
            difference => difference.Entry.ShouldBe(events.Count + 1), difference => difference.Member.ShouldBe("event"), difference => difference.From.ShouldBeNull());

        static (Guid, string, long, string, string) Identity(LoggedEvent e) => (e.Id, e.Stream, e.Revision, e.Type, Convert.ToHexString(EventMetadataJson.WriteAsHeader(e.Metadata)));
    }

    [Fact]
    public async Task An_archive_moves_there_and_back_and_nothing_of_the_closed_log_is_removed()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 77, 30);
        var there = await moving.CopiedAsync("postgres", "archive");
        await using (var archive = await moving.OpenAsync("archive"))
            await archive.RegisterAsync("on-the-server");

        var back = await moving.CopiedAsync("archive", "postgres");

        back.Events.ShouldBe(there.Events + 1);
        back.SetAside.ShouldNotBeNull().ShouldContain($"archive_log_closed_{there.From.LogId.ToString("N")[..8]}");
        (await moving.ValuesAsync($"select count(*)::text from archive_log_closed_{there.From.LogId.ToString("N")[..8]}.mt_events")).ShouldBe([$"{there.Events + 1}"]);
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            await archive.RegisterAsync("back-again");
            (await archive.AskAsync(new GetStatus())).Entry.ShouldBe(back.Events + 1);
        }

        (await moving.RefusedAsync("postgres", "archive")).ShouldBe("log-not-empty");
        (await moving.CopiedAsync("postgres", "archive-2")).Events.ShouldBe(back.Events + 1);
    }

    [Fact]
    public async Task An_empty_archive_moves_too()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await (await moving.OpenAsync("postgres")).DisposeAsync();

        (await moving.CopiedAsync("postgres", "archive")).Events.ShouldBe(0);

        await using var archive = await moving.OpenAsync("archive");
        await archive.RegisterAsync("first");
        (await archive.AskAsync(new GetStatus())).Entry.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_projected_when_the_head_moves_is_projected_from_the_new_log()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 78, 30);
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            // Nobody waits for it, and no projector was started.
            await archive.SendAsync(new Sources.RegisterSource(archive.Context(), "late", new Domain.Sources.SourceDraft(Domain.Sources.SourceKind.Agency, "Late"), null));
        }

        var copied = await moving.CopiedAsync("postgres", "archive");

        await using var moved = await moving.OpenAsync("archive");
        (await moved.AskAsync(new GetStatus())).Entry.ShouldBe(copied.Events - 1);
        await moved.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        (await moved.AskAsync(new GetStatus())).Entry.ShouldBe(copied.Events);
        await Law.EntriesAreDenseAsync(moved, await RandomArchive.EventsAsync(moved));
    }
}
