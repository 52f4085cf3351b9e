using Archive.Domain.Ledger.Notes;
using Archive.Ledger;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Ledger;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class SigningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_makes_a_key_and_a_closing_process_signs_its_last_head()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        await archive.RegisterAsync("s2");
        await archive.ReopenAsync();
        var kept = (await archive.ListKeptAsync())[^1];
        kept.Checkpoint.Size.ShouldBe((await archive.HeadAsync()).Entry);
        kept.Checkpoint.Root.ToString().ShouldBe((await archive.HeadAsync()).Root);
        var key = (await archive.KeysAsync()).ShouldHaveSingleItem();
        (key.Log, key.State, key.Verifier.Name).ShouldBe((kept.Checkpoint.Origin, LedgerKeyState.Current, kept.Checkpoint.Origin));
        kept.Note.TryVerify([key.Verifier], out var signers, out _).ShouldBeTrue();
        signers.ShouldHaveSingleItem();
        Directory.GetFiles(TestKeys.FolderOf(archive.ConnectionString)).ShouldHaveSingleItem();

        // A process that records nothing signs nothing.
        await archive.ReopenAsync();
        archive.Host.StartProjecting();
        await archive.ReopenAsync();
        (await archive.ListKeptAsync())[^1].ToString().ShouldBe(kept.ToString());
    }

    [Fact]
    public async Task A_head_that_a_killed_process_left_unsigned_is_signed_by_the_next_who_asks()
    {
        await using var archive = await TestArchive.CreateAsync(configure: services => services.AddSingleton<LedgerKeyFolder>(_ => null!));
        await archive.RegisterAsync("s1");
        (await archive.ListKeptAsync()).ShouldBeEmpty();
        await using var another = await TestArchive.OpenHostAsync(archive.ConnectionString);
        var checkpoints = another.Services.GetRequiredService<Checkpoints>();
        var kept = (await checkpoints.FindOverAsync(1, Cancellation)).ShouldNotBeNull();
        kept.Checkpoint.Size.ShouldBe((await archive.HeadAsync()).Entry);
        (await checkpoints.FindOverAsync(kept.Checkpoint.Size, Cancellation)).ShouldNotBeNull().ToString().ShouldBe(kept.ToString());
        (await checkpoints.FindAsync(kept.Checkpoint.Size, Cancellation)).ShouldNotBeNull().ToString().ShouldBe(kept.ToString());
        (await checkpoints.FindOverAsync(kept.Checkpoint.Size + 1, Cancellation)).ShouldBeNull();
    }
}
