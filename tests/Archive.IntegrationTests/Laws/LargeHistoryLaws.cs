namespace Archive.IntegrationTests.Laws;

/// <summary>
/// Every law, of a history of 2,000 events: more than the projector takes in one batch, and claims, sources and references in numbers. The archive is the
/// same for all, since a law holds whatever the others have recorded before.
/// </summary>
public sealed class LargeHistoryLaws(LargeHistory history) : IClassFixture<LargeHistory>
{
    private TestArchive Archive => history.Archive;

    /// <summary>Of every 37th entry, and of the ends: each costs reading and folding everything, and small histories are looked at entry by entry.</summary>
    [Fact]
    public async Task As_of_entry_n_is_the_fold_of_the_first_n_events()
    {
        var events = await RandomArchive.EventsAsync(Archive);
        events.Count.ShouldBeGreaterThan(LargeHistory.Least);
        await Law.AsOfIsTheFoldAsync(Archive, events, [.. Every(37, events.Count), 0, 1, events.Count - 1, events.Count], $"seed {LargeHistory.Seed}");
    }

    [Fact]
    public async Task Entries_are_dense_in_log_order_and_recorded_time_strictly_increases() =>
        await Law.EntriesAreDenseAsync(Archive, await RandomArchive.EventsAsync(Archive));

    [Fact]
    public async Task A_final_answer_is_the_same_after_whatever_is_recorded_later()
    {
        var count = (await RandomArchive.EventsAsync(Archive)).Count;
        await Law.FinalAnswersStayAsync(Archive, [.. Every(397, count), count], () => RandomArchive.GoOnAsync(Archive, new Histories(LargeHistory.Seed + 1000), 40));
    }

    [Fact]
    public async Task A_time_later_than_the_head_is_answered_as_of_the_head_and_says_provisional() => await Law.LaterThanTheHeadIsProvisionalAsync(Archive);

    [Fact]
    public async Task A_rebuild_gives_the_same_documents_entries_and_leaves() => await Law.RebuildIsLiveAsync(Archive);

    [Fact]
    public async Task The_documents_are_the_same_however_small_the_batches_are() => await Law.BatchesLeaveNoTraceAsync(Archive, 13);

    [Fact]
    public async Task A_repeated_command_changes_nothing_and_gets_the_first_receipt() =>
        await Law.RepeatsChangeNothingAsync(Archive, history.Accepted.Where((_, i) => i % 7 == 0));

    [Fact]
    public async Task A_repeat_is_found_before_the_expected_revision_is_looked_at() => await Law.RepeatsComeBeforeRevisionsAsync(Archive);

    [Fact]
    public async Task A_command_id_used_for_another_input_is_refused() => await Law.AnotherInputIsNoRepeatAsync(Archive);

    private static IEnumerable<long> Every(int step, int count) => Enumerable.Range(1, count / step).Select(i => (long)step * i);
}
