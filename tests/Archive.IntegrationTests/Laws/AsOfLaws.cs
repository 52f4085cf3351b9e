using Archive.Domain.Events;
using Archive.Ledger;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Laws;

public sealed class AsOfLaws
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(3, 200)]
    public async Task As_of_entry_n_is_the_fold_of_the_first_n_events(int seed, int commands)
    {
        await using var archive = await RandomArchive.CreateAsync(seed, commands);
        var events = await RandomArchive.EventsAsync(archive);
        events.Count.ShouldBeGreaterThan(commands / 3);
        await Law.AsOfIsTheFoldAsync(archive, events, Enumerable.Range(0, events.Count + 1).Select(n => (long)n), $"seed {seed}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Entries_are_dense_in_log_order_and_recorded_time_strictly_increases(int seed)
    {
        await using var archive = await RandomArchive.CreateAsync(seed, 60);
        await Law.EntriesAreDenseAsync(archive, await RandomArchive.EventsAsync(archive));
    }

    [Theory]
    [InlineData(6)]
    public async Task A_final_answer_is_the_same_after_whatever_is_recorded_later(int seed)
    {
        await using var archive = await RandomArchive.CreateAsync(seed, 40);
        var count = (await RandomArchive.EventsAsync(archive)).Count;
        var moments = new List<AsOf>();
        for (var n = 1L; n <= count; n += 7)
        {
            moments.Add(new AsOf.Entry(n));
            moments.Add(new AsOf.Time((await archive.ReadAsync(n, snapshot => Task.FromResult(snapshot.Moment))).RecordedAt!.Value));
            moments.Add(new AsOf.Time((await archive.ReadAsync(n, snapshot => Task.FromResult(snapshot.Moment))).RecordedAt!.Value.AddTicks(-10)));
        }

        moments.Add(new AsOf.Entry(count));
        var answers = new List<string>();
        foreach (var moment in moments)
            answers.Add(await RandomArchive.AnswersAsync(archive, moment));
        await RandomArchive.GoOnAsync(archive, new Histories(seed + 1000), 40);
        foreach (var (moment, answer) in moments.Zip(answers))
            (await RandomArchive.AnswersAsync(archive, moment)).ShouldBe(answer, $"{moment}");
    }

    [Fact]
    public async Task A_time_later_than_the_head_is_answered_as_of_the_head_and_says_provisional()
    {
        await using var archive = await RandomArchive.CreateAsync(7, 10);
        var head = (await archive.AskAsync(new GetStatus())).RecordedAt!.Value;
        (await MomentAsync(new AsOf.Time(head))).Final.ShouldBeTrue();
        var later = await MomentAsync(new AsOf.Time(head.AddTicks(10)));
        later.Final.ShouldBeFalse();
        later.Entry.ShouldBe((await archive.AskAsync(new GetStatus())).Entry);
        (await MomentAsync(AsOf.Latest)).Final.ShouldBeFalse();
        (await MomentAsync(new AsOf.Time(head.AddYears(-10)))).ShouldBe(new Moment("archive.test/log", 0, null, Final: true));
        (await archive.Host.Sender.Send(new Records.ListRecords(new AsOf.Entry(later.Entry + 1), null, PageRequest.First)))
            .ShouldBeOfType<Outcome<Records.RecordList>.NotFound>().Refusal.Code.ShouldBe("entry-not-recorded");

        async Task<Moment> MomentAsync(AsOf asOf) => (await archive.AskAsync(new Records.ListRecords(asOf, null, PageRequest.First))).AsOf;
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public async Task A_rebuild_gives_the_same_documents_entries_and_leaves(int seed)
    {
        await using var archive = await RandomArchive.CreateAsync(seed, 80);
        var live = await ReadModelDump.OfAsync(archive, 1);
        var rebuilt = await archive.Host.RebuildAsync(null, TestContext.Current.CancellationToken);
        rebuilt.Generation.ShouldBe(2);
        (await ReadModelDump.OfAsync(archive, 2)).ShouldBe(live);
        (await archive.AskAsync(new GetStatus())).Generation.ShouldBe(2);
        await RandomArchive.GoOnAsync(archive, new Histories(seed + 1), 10);
        var again = await archive.Host.RebuildAsync(null, TestContext.Current.CancellationToken);
        (await ReadModelDump.OfAsync(archive, again.Generation)).ShouldBe(await ReadModelDump.OfAsync(archive, 2));
    }
}
