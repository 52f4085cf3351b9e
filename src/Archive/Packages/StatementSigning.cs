using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Packages;
using Archive.Ledger;

namespace Archive.Packages;

/// <summary>Signs statements by the ledger's current key, and by that alone: a statement has one signature, so that nothing can be put under it.</summary>
internal sealed class StatementSigning(Checkpoints checkpoints, LedgerKeys keys, KeyFiles files)
{
    /// <summary>The key, and a checkpoint over an entry that it signed: one from before the key was made has only signatures of former ones.</summary>
    /// <returns>The key, which the caller disposes of, and the checkpoint; or why this node has none.</returns>
    public async Task<(SigningKey? Key, KeptCheckpoint? Checkpoint, Refusal? WhyNot)> FindAsync(long entry, CancellationToken cancellationToken)
    {
        if (await checkpoints.FindOverAsync(entry, cancellationToken) is not { } checkpoint)
            return (null, null, await checkpoints.WhyNoneAsync(cancellationToken));
        var (signing, whyNone) = await keys.FindSigningAsync(checkpoint.Checkpoint.Origin, checkpoint.Checkpoint.Size, cancellationToken);
        if (whyNone is not null)
            return (null, null, whyNone);
        var current = signing.First(key => key.State == LedgerKeyState.Current).Verifier;
        if (!IsSigned(checkpoint) && (await checkpoints.FindLatestAsync(cancellationToken) is not { } latest || !IsSigned(checkpoint = latest)))
            return (null, null, await checkpoints.WhyNoneAsync(cancellationToken));
        var found = files.Find(current);
        return (found.Key, checkpoint, found.WhyNot);

        bool IsSigned(KeptCheckpoint kept) => kept.Note.Signatures.Any(signature => signature.IsOf(current));
    }

    public static SignedNote Sign(BagStatement statement, SigningKey key)
    {
        var text = statement.ToText();
        return new SignedNote(text, [key.Sign(text)]);
    }
}
