using Archive.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Archive;

/// <content>The keys that sign the ledger's checkpoints, and the signatures of witnesses.</content>
public sealed partial class ArchiveHost
{
    /// <summary>Changes the keys that sign the ledger's checkpoints; this process must have the folder with them.</summary>
    /// <returns>The keys as they stand then.</returns>
    public Task<Outcome<LedgerKeyList>> ChangeLedgerKeysAsync(LedgerKeyChange change, CancellationToken cancellationToken) =>
        WholeAsync(() => _services.GetRequiredService<KeyRotation>().RunAsync(change, cancellationToken));

    /// <summary>Adds a witness's signature to the kept checkpoint that it signed.</summary>
    public Task<Outcome<SignedCheckpoint>> AcceptCosignatureAsync(AcceptCosignature accept, CancellationToken cancellationToken) =>
        WholeAsync(() => _services.GetRequiredService<CosignatureIntake>().AcceptAsync(accept, cancellationToken));

    private static async Task<Outcome<T>> WholeAsync<T>(Func<Task<Outcome<T>>> run)
    {
        try
        {
            return await run();
        }
        catch (AlteredException altered)
        {
            return new Outcome<T>.Refused(altered.Refusal);
        }
    }
}
