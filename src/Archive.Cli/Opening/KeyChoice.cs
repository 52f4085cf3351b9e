using Archive.Ledger;
using Archive.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Cli.Opening;

/// <summary>Where this process finds the private keys that sign the ledger's checkpoints.</summary>
internal static class KeyChoice
{
    public static Action<IServiceCollection> Of(ArchiveSettings settings) => services => services.AddSingleton(new LedgerKeyFolder(settings.LedgerKeys));
}
