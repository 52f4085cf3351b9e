using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Packages;
using Archive.Ledger;

namespace Archive.Packages;

/// <summary>Signs statements by the ledger's current key, and by that alone: a statement has one signature, so that nothing can be put under it.</summary>
internal sealed class StatementSigning(LedgerKeys keys, KeyFiles files)
{
    /// <returns>The key, which the caller disposes of; or why this node has none.</returns>
    public async Task<(SigningKey? Key, Refusal? WhyNot)> FindKeyAsync(KeptCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var (signing, whyNone) = await keys.FindSigningAsync(checkpoint.Checkpoint.Origin, checkpoint.Checkpoint.Size, cancellationToken);
        if (whyNone is not null)
            return (null, whyNone);
        var current = signing.First(key => key.State == LedgerKeyState.Current);
        var found = files.Find(current.Verifier);
        return (found.Key, found.WhyNot);
    }

    public static SignedNote Sign(BagStatement statement, SigningKey key)
    {
        var text = statement.ToText();
        return new SignedNote(text, [key.Sign(text)]);
    }
}
