using Archive.EventLog;
using Archive.IntegrationTests.LogCopies;
using Archive.LogCopies;
using Archive.LogErasures;
using Archive.Projection;

namespace Archive.IntegrationTests.LogErasures;

public sealed class InterruptedErasureTests
{
    private static readonly long[] Gone = [1, 7, 12];

    public static TheoryData<LogCopyStep, string, string> Ends()
    {
        var ends = new TheoryData<LogCopyStep, string, string>();
        foreach (var step in Enum.GetValues<LogCopyStep>())
        {
            ends.Add(step, "postgres", "postgres");
            ends.Add(step, "postgres", "archive");
            ends.Add(step, "archive", "archive-2");
        }

        return ends;
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_erasure_that_ended_before_a_step_goes_on(LogCopyStep step, string from, string into)
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync(from, 20);

        await moving.CrashAsync(from, into, Gone, step);
        if (step <= LogCopyStep.Closing)
        {
            // Until it is closed the old log is the archive's.
            await using var archive = await moving.OpenAsync(from);
            await archive.RegisterAsync("meanwhile");
        }

        await EndsWellAsync(moving, from, into);
    }

    [Fact]
    public async Task An_erasure_that_ended_before_every_step_in_turn_goes_on()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 20);

        foreach (var step in Enum.GetValues<LogCopyStep>())
            await moving.CrashAsync("postgres", "postgres", Gone, step);

        await EndsWellAsync(moving, "postgres", "postgres");
    }

    [Fact]
    public async Task An_erasure_of_other_entries_begins_anew_where_nothing_hung_on_the_first_and_is_refused_where_the_old_log_was_closed_for_it()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 20);

        await moving.CrashAsync("postgres", "postgres", Gone, LogCopyStep.Closing);
        await moving.CrashAsync("postgres", "postgres", [2, 3], LogCopyStep.MovingHead);
        var refused = (await moving.EraseAsync("postgres", "postgres", Gone)).ShouldBeOfType<Outcome<ErasedFromLog>.Refused>().Refusal;
        var copied = await moving.CopyAsync("postgres", "archive");

        (refused.Code, refused.Message.Contains("entries 2, 3", StringComparison.Ordinal)).ShouldBe(("log-erase-unfinished", true));
        // Elsewhere, with the words: the log would go on under the id that the closing names.
        copied.ShouldBeOfType<Outcome<CopiedLog>.Ok>();
    }

    [Fact]
    public async Task An_erasure_that_is_done_is_found_done_and_more_entries_can_go_later()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 20);
        var first = await moving.ErasedAsync("postgres", "postgres", Gone);

        var kept = (await moving.ValuesAsync("select nspname::text from pg_namespace where nspname like 'archive_log_closed%'")).Count;
        var again = await moving.ErasedAsync("postgres", "postgres", Gone, destroyOld: true);
        var more = await moving.ErasedAsync("postgres", "postgres", [.. Gone, 2], destroyOld: true);

        (kept, first.Destroyed.Count, again.Destroyed.Count, more.Destroyed.Count).ShouldBe((1, 0, 1, 1));
        (again.LogId, again.RootHash, again.Generation).ShouldBe((first.LogId, first.RootHash, first.Generation));
        (more.RootHash, more.LogId == first.LogId).ShouldBe((first.RootHash, false));
        first.OutOfReach.ShouldContain(what => what.Contains("--destroy-old", StringComparison.Ordinal));
        again.OutOfReach.ShouldNotContain(what => what.Contains("--destroy-old", StringComparison.Ordinal));
        (await moving.ValuesAsync("select nspname::text from pg_namespace where nspname like 'archive_log%'")).ShouldBe(["archive_log"]);
        await using var archive = await moving.OpenAsync("postgres");
        await archive.RegisterAsync("afterwards");
    }

    private static async Task EndsWellAsync(MovingArchive moving, string from, string into)
    {
        var erased = await moving.ErasedAsync(from, into, Gone, destroyOld: true);
        await using var after = await moving.OpenAsync(into);
        await after.RegisterAsync("afterwards");
        (await after.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Entry.ShouldBe(erased.Events + 1), status => status.LogId.ShouldBe(erased.LogId), status => status.Ready.ShouldBeTrue());
        var entries = await after.ReadAsync(erased.Events, snapshot => snapshot.EntriesAsync(Gone));
        entries.ShouldAllBe(entry => entry.Erased != null);
        (await moving.ValuesAsync("select nspname::text from pg_namespace where nspname like 'archive_log%'")).ShouldBe(into == "postgres" ? ["archive_log"] : []);
        (await moving.ValuesAsync("select nspname::text from pg_namespace where nspname like 'archive_g%'")).Count.ShouldBe(1);
    }
}
