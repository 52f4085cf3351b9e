using Archive.Ledger;
using Archive.Projection;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Ledger;

/// <summary>What is signed of an archive's ledger, looked at without signing anything.</summary>
internal static class KeptCheckpoints
{
    public static Task<IReadOnlyList<KeptCheckpoint>> ListKeptAsync(this TestArchive archive) =>
        archive.Host.Services.GetRequiredService<Checkpoints>().ListAsync(0, TestContext.Current.CancellationToken);

    public static Task<IReadOnlyList<LedgerKey>> KeysAsync(this TestArchive archive) =>
        archive.Host.Services.GetRequiredService<LedgerKeys>().ListAsync(TestContext.Current.CancellationToken);

    public static Task<LedgerHead> HeadAsync(this TestArchive archive) =>
        archive.Host.Services.GetRequiredService<ProjectionProgress>().ReadHeadAsync(TestContext.Current.CancellationToken);
}
