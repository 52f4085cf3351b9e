using Archive.Commands;

namespace Archive.IntegrationTests.Laws;

public sealed class RepeatLaws
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_repeated_command_changes_nothing_and_gets_the_first_receipt(int seed)
    {
        await using var archive = await RandomArchive.CreateAsync(seed, 0);
        var first = await RandomArchive.GoOnAsync(archive, new Histories(seed), 40);
        await RandomArchive.GoOnAsync(archive, new Histories(seed + 1), 20);
        var before = (await RandomArchive.EventsAsync(archive)).Count;
        foreach (var (command, receipt) in first)
            (await archive.SendAsync(command)).ShouldBe(new Outcome<Receipt>.Ok(receipt), $"{command.GetType().Name}, the stream moved on in between");
        (await RandomArchive.EventsAsync(archive)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_repeat_is_found_before_the_expected_revision_is_looked_at()
    {
        await using var archive = await RandomArchive.CreateAsync(13, 0);
        var command = new Sources.RateSource(archive.Context(expectedRevision: 0), "s0", Domain.Sources.Reliability.B);
        var receipt = await archive.DoAsync(command);
        await archive.DoAsync(new Sources.RateSource(archive.Context(), "s0", Domain.Sources.Reliability.C));
        (await archive.SendAsync(command)).ShouldBe(new Outcome<Receipt>.Ok(receipt));
        (await archive.SendAsync(command with { Context = archive.Context(expectedRevision: 0) }))
            .ShouldBe(new Outcome<Receipt>.Conflict("source/s0", 0, 2));
    }

    [Fact]
    public async Task A_command_id_used_for_another_input_is_refused()
    {
        await using var archive = await RandomArchive.CreateAsync(14, 0);
        var command = new Sources.RateSource(archive.Context(), "s0", Domain.Sources.Reliability.B);
        await archive.DoAsync(command);
        foreach (var other in (ICommand[])
                 [
                     command with { Reliability = Domain.Sources.Reliability.C },
                     command with { Words = "more" },
                     command with { Context = command.Context with { Actor = "somebody-else" } },
                 ])
        {
            (await archive.SendAsync(other)).ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("command-id-reused");
        }
    }
}
