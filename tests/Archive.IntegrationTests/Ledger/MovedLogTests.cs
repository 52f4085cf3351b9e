using Archive.IntegrationTests.LogCopies;
using Archive.IntegrationTests.LogErasures;
using Archive.Ledger;
using Archive.Projection;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Ledger;

/// <summary>Another log of the same name, entries and leaves: what was signed stays true of it.</summary>
[Trait(TestLog.Trait, TestLog.None)]
public sealed class MovedLogTests
{
    [Fact]
    public async Task Checkpoints_stay_valid_where_words_are_erased_from_the_log()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 5);
        KeptCheckpoint before;
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            before = await archive.SignAsync();
            await archive.RegisterAsync("one");
            await archive.SignAsync();
        }

        await moving.ErasedAsync("postgres", "postgres", [1], destroyOld: true);

        await using var again = await moving.OpenAsync("postgres");
        (await again.HeadAsync()).Entry.ShouldBe(before.Checkpoint.Size + 1);
        (await RootAsync(again, before.Checkpoint.Size)).ShouldBe(before.Checkpoint.Root);
        await again.RegisterAsync("two");
        var after = await again.SignAsync();
        (after.Checkpoint.Origin, after.Checkpoint.Size).ShouldBe((before.Checkpoint.Origin, before.Checkpoint.Size + 2));
        var key = (await again.KeysAsync()).ShouldHaveSingleItem();
        foreach (var kept in await again.ListKeptAsync())
            kept.Note.TryVerify([key.Verifier], out _, out _).ShouldBeTrue();
        (await again.ListKeptAsync()).Select(kept => kept.Note.ToString()).ShouldContain(before.Note.ToString());
    }

    private static async Task<Domain.Ledger.Sha256Digest> RootAsync(TestArchive archive, long size)
    {
        await using var session = await ReadSession.OpenAsync(archive.Database, archive.Host.Services.GetRequiredService<Generations>(), TestContext.Current.CancellationToken);
        return await LedgerTree.FindRootAsync(session, size, TestContext.Current.CancellationToken);
    }
}
