using Archive.EventLog;
using Archive.LogCopies;
using Archive.Projection;

namespace Archive.IntegrationTests.LogCopies;

public sealed class InterruptedCopyTests
{
    /// <summary>Read models are made anew only where words are erased on the way.</summary>
    private static IEnumerable<LogCopyStep> Steps => Enum.GetValues<LogCopyStep>().Where(step => step != LogCopyStep.Rebuilding);

    public static TheoryData<LogCopyStep, string, string> Ends()
    {
        var ends = new TheoryData<LogCopyStep, string, string>();
        foreach (var step in Steps)
        {
            ends.Add(step, "postgres", "archive");
            ends.Add(step, "archive", "postgres");
        }

        return ends;
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_copy_that_ended_before_a_step_goes_on(LogCopyStep step, string from, string to)
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync(from, 81, 20);

        await moving.CrashAsync(from, to, progress => progress.Step == step);
        if (step is LogCopyStep.Copying or LogCopyStep.Closing or LogCopyStep.CopyingRest or LogCopyStep.MovingHead or LogCopyStep.Opening)
            await NotWholeAsync(moving, to);
        if (step <= LogCopyStep.Closing)
        {
            // Until it is closed the old log is the archive's.
            await using var archive = await moving.OpenAsync(from);
            await archive.RegisterAsync("meanwhile");
        }

        await EndsWellAsync(moving, from, to);
    }

    [Fact]
    public async Task A_copy_that_ended_before_every_step_in_turn_goes_on()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 82, 20);

        foreach (var step in Steps)
            await moving.CrashAsync("postgres", "archive", progress => progress.Step == step);

        await EndsWellAsync(moving, "postgres", "archive");
    }

    [Fact]
    public async Task A_copy_that_is_done_is_found_done_and_what_came_since_stays()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 83, 20);
        var first = await moving.CopiedAsync("postgres", "archive");
        await using (var archive = await moving.OpenAsync("archive"))
            await archive.RegisterAsync("since");

        var again = await moving.CopiedAsync("postgres", "archive");

        again.ShouldBe(first);
        await using var moved = await moving.OpenAsync("archive");
        (await moved.AskAsync(new GetStatus())).Entry.ShouldBe(first.Events + 1);
    }

    [Fact]
    public async Task A_new_log_that_was_lost_before_it_was_whole_is_filled_again_elsewhere()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 84, 20);
        await moving.CrashAsync("postgres", "archive", progress => progress.Step == LogCopyStep.MovingHead);

        await moving.CopiedAsync("postgres", "archive-2");

        await EndsWellAsync(moving, "postgres", "archive-2");
    }

    private static async Task NotWholeAsync(MovingArchive moving, string log) =>
        (await Should.ThrowAsync<LogRefusedException>(() => moving.OpenAsync(log))).Refusal.Code.ShouldBe("log-copy-unfinished");

    private static async Task EndsWellAsync(MovingArchive moving, string from, string to)
    {
        var copied = await moving.CopiedAsync(from, to);
        (await moving.CompareAsync(from, to)).ShouldSatisfyAllConditions(compared => compared.Equal.ShouldBeTrue(), compared => compared.Events.ShouldBe(copied.Events));
        await using var moved = await moving.OpenAsync(to);
        await moved.RegisterAsync("afterwards");
        (await moved.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Entry.ShouldBe(copied.Events + 1), status => status.LogId.ShouldBe(copied.To.LogId), status => status.Ready.ShouldBeTrue());
    }
}
