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
        await Law.RepeatsChangeNothingAsync(archive, first);
    }

    [Fact]
    public async Task A_repeat_is_found_before_the_expected_revision_is_looked_at()
    {
        await using var archive = await RandomArchive.CreateAsync(13, 0);
        await Law.RepeatsComeBeforeRevisionsAsync(archive);
    }

    [Fact]
    public async Task A_command_id_used_for_another_input_is_refused()
    {
        await using var archive = await RandomArchive.CreateAsync(14, 0);
        await Law.AnotherInputIsNoRepeatAsync(archive);
    }
}
