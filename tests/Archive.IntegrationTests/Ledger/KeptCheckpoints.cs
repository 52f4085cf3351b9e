using Archive.Ledger;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Ledger;

/// <summary>What is signed of an archive's ledger, and by which keys.</summary>
internal static class KeptCheckpoints
{
    /// <summary>Nothing is signed by looking.</summary>
    public static Task<IReadOnlyList<KeptCheckpoint>> ListKeptAsync(this TestArchive archive) =>
        archive.Host.Services.GetRequiredService<Checkpoints>().ListAsync(0, TestContext.Current.CancellationToken);

    public static Task<IReadOnlyList<LedgerKey>> KeysAsync(this TestArchive archive) =>
        archive.Host.Services.GetRequiredService<LedgerKeys>().ListAsync(TestContext.Current.CancellationToken);

    public static Task<LedgerHead> HeadAsync(this TestArchive archive) =>
        archive.Host.Services.GetRequiredService<ProjectionProgress>().ReadHeadAsync(TestContext.Current.CancellationToken);

    public static string FileOf(this TestArchive archive, LedgerKey key) => archive.Host.Services.GetRequiredService<KeyFiles>().PathOf(key.Verifier);

    /// <summary>The head's checkpoint.</summary>
    public static async Task<KeptCheckpoint> SignAsync(this TestArchive archive) =>
        (await archive.Host.Services.GetRequiredService<HeadSigning>().SignAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<Outcome<KeptCheckpoint>.Ok>().Value;

    /// <summary>The head is not to be signed.</summary>
    public static async Task RefusedAsync(this TestArchive archive, string code) =>
        (await archive.Host.Services.GetRequiredService<HeadSigning>().SignAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<Outcome<KeptCheckpoint>.Refused>().Refusal.Code.ShouldBe(code);

    /// <returns>The code of the refusal, or null.</returns>
    public static async Task<string?> ChangeAsync(this TestArchive archive, LedgerKeyChange change) =>
        await archive.Host.ChangeLedgerKeysAsync(change, TestContext.Current.CancellationToken) switch
        {
            Outcome<LedgerKeyList>.Refused { Refusal.Code: var code } => code,
            Outcome<LedgerKeyList>.NotFound { Refusal.Code: var code } => code,
            _ => null,
        };
}
