using Archive.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Archive;

/// <content>The keys that sign the ledger's checkpoints, and the signatures of witnesses.</content>
public sealed partial class ArchiveHost
{
    /// <summary>Names a new key; checkpoints carry its signature and those of the keys before it until these are retired.</summary>
    public Task<Outcome<LedgerKeyList>> RotateLedgerKeyAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<KeyRotation>().RotateAsync(cancellationToken);

    /// <summary>Ends an overlap.</summary>
    /// <param name="id">Of the key that signs no more: eight hexadecimal digits.</param>
    /// <param name="cancellationToken">Stops before it is retired.</param>
    public Task<Outcome<LedgerKeyList>> RetireLedgerKeyAsync(string id, CancellationToken cancellationToken) =>
        _services.GetRequiredService<KeyRotation>().RetireAsync(id, cancellationToken);

    /// <summary>Names a new key where the current one's file is lost; refused where it is not.</summary>
    public Task<Outcome<LedgerKeyList>> ReplaceLostLedgerKeyAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<KeyRotation>().ReplaceLostAsync(cancellationToken);

    /// <summary>Adds a witness's signature to the kept checkpoint that it signed.</summary>
    public Task<Outcome<SignedCheckpoint>> AcceptCosignatureAsync(AcceptCosignature accept, CancellationToken cancellationToken) =>
        _services.GetRequiredService<CosignatureIntake>().AcceptAsync(accept, cancellationToken);
}
