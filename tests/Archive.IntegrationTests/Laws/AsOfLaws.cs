using Archive.Projection;

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

    [Fact]
    public async Task Random_histories_have_proposals_in_every_state()
    {
        await using var archive = await RandomArchive.CreateAsync(3, 300);
        (await RandomArchive.EventsAsync(archive)).Select(logged => logged.Type).Where(Archive.Domain.Events.EventCatalogue.IsOfProposal).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["proposal-accepted.v1", "proposal-rejected.v1", "proposal-submitted.v1", "proposal-withdrawn.v1"]);
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
        await Law.FinalAnswersStayAsync(
            archive,
            Enumerable.Range(0, (count + 6) / 7).Select(i => 1 + (7L * i)).Append(count),
            () => RandomArchive.GoOnAsync(archive, new Histories(seed + 1000), 40));
    }

    [Fact]
    public async Task A_time_later_than_the_head_is_answered_as_of_the_head_and_says_provisional()
    {
        await using var archive = await RandomArchive.CreateAsync(7, 10);
        await Law.LaterThanTheHeadIsProvisionalAsync(archive);
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
