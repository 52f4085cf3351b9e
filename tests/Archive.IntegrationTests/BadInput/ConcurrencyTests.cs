using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Provenance;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.BadInput;

public sealed class ConcurrencyTests
{
    private const int Writers = 8;

    /// <summary>Command ids are looked for in the one stream that a command changes: elsewhere the same id is another command, on whichever log.</summary>
    [Fact]
    public async Task A_command_id_that_is_used_on_another_stream_is_another_command()
    {
        await using var archive = await TestArchive.CreateAsync();
        var context = archive.Context();
        await archive.DoAsync(new RegisterSource(context, "one", new SourceDraft(SourceKind.Other, "T")));
        await archive.DoAsync(new RegisterSource(context, "two", new SourceDraft(SourceKind.Other, "T")));
        var cancellation = TestContext.Current.CancellationToken;
        var (one, two) = (await archive.Log.ReadStreamAsync("source/one", cancellation), await archive.Log.ReadStreamAsync("source/two", cancellation));
        one.ShouldHaveSingleItem().Id.ShouldNotBe(two.ShouldHaveSingleItem().Id);
        one[0].Metadata.Command.ShouldBe(two[0].Metadata.Command);
    }

    [Fact]
    public async Task Of_many_who_correct_what_they_saw_one_is_accepted_and_the_others_are_told()
    {
        await using var archive = await CreateAsync();

        var outcomes = await CorrectAsync(archive, expectedRevision: 0);

        var accepted = outcomes.OfType<Outcome<Receipt>.Ok>().ShouldHaveSingleItem();
        outcomes.OfType<Outcome<Receipt>.Conflict>().ToArray().ShouldBe(Enumerable.Repeat(new Outcome<Receipt>.Conflict("claim/r/c1", 0, 1), Writers - 1));
        accepted.Value.Revision.ShouldBe(1);
        (await VersionsAsync(archive)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task All_who_correct_whatever_is_there_are_accepted_each_once()
    {
        await using var archive = await CreateAsync();

        var outcomes = await CorrectAsync(archive, expectedRevision: null);

        outcomes.OfType<Outcome<Receipt>.Ok>().Select(accepted => accepted.Value.Revision).Order().ShouldBe(Enumerable.Range(1, Writers).Select(revision => (long)revision));
        (await VersionsAsync(archive)).Skip(1).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Writers).Select(i => $"version {i}"));
        (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Version.ShouldBe(Writers + 1);
    }

    [Fact]
    public async Task One_command_sent_many_times_at_once_takes_effect_once()
    {
        await using var archive = await CreateAsync();
        var command = new RateClaim(archive.Context(), "r/c1", 2);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => archive.SendAsync(command))));

        outcomes.Distinct().ShouldHaveSingleItem().ShouldBeOfType<Outcome<Receipt>.Ok>().Value.Revision.ShouldBe(1);
        (await archive.Log.ReadStreamAsync("claim/r/c1", TestContext.Current.CancellationToken)).Count.ShouldBe(2);
    }

    private static async Task<TestArchive> CreateAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        await archive.RecordAsync("r/c1", "s");
        return archive;
    }

    private static async Task<Outcome<Receipt>[]> CorrectAsync(TestArchive archive, long? expectedRevision)
    {
        var commands = Enumerable.Range(0, Writers).Select(i => new CorrectClaim(
            archive.Context(expectedRevision), "r/c1", new ClaimDraft($"version {i}", Filling.Nothing), [new("s")], SmallArchive.Why)).ToArray();
        var outcomes = await Task.WhenAll(commands.Select(command => Task.Run(() => archive.SendAsync(command))));
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        return outcomes;
    }

    /// <summary>What the claim said, version by version, as its history has it.</summary>
    private static async Task<string[]> VersionsAsync(TestArchive archive) =>
        (await archive.AskAsync(new GetHistory("r/c1", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Items.Items
            .Select(item => item.Changes.Single(change => change.Field == "says").After!.GetValue<string>()).ToArray();
}
