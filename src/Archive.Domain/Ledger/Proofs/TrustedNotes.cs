using System.Globalization;
using Archive.Domain.Ledger.Notes;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>Checks the signatures of checkpoints against the keys that one trusts.</summary>
internal sealed class TrustedNotes(IReadOnlyCollection<VerifierKey> keys)
{
    /// <param name="note">The checkpoint.</param>
    /// <param name="checkpoint">The same, read.</param>
    /// <param name="where">What it is called in a failure.</param>
    /// <param name="failures">Gets what does not hold.</param>
    public (IReadOnlyList<string> Signers, IReadOnlyList<WitnessSight> Witnesses) Check(SignedNote note, Checkpoint checkpoint, string where, List<FailedCheck> failures)
    {
        if (!note.TryVerify(keys, out var signers, out var problem))
        {
            failures.Add(new FailedCheck(Checks.CheckpointSignature, where, problem));
            return ([], []);
        }

        var logs = signers.Where(key => key.Type == NoteKeyType.Ed25519).ToArray();
        if (logs.Length == 0)
            failures.Add(new FailedCheck(Checks.CheckpointSignature, where, "Of the keys that are trusted only witnesses' signed it: give the key of the log too, as 'archive ledger key' prints it."));
        else if (!Array.Exists(logs, key => key.Name == checkpoint.Origin))
            failures.Add(new FailedCheck(Checks.CheckpointLog, where, $"The key {NameOf(logs[0])} signed it, which is not the key of the log {checkpoint.Origin}."));
        return (
            [.. logs.Where(key => key.Name == checkpoint.Origin).Select(NameOf)],
            [.. signers.Where(key => key.Type == NoteKeyType.Cosignature).Select(key => new WitnessSight(NameOf(key), note.Signatures.First(signature => signature.IsOf(key)).CosignedAt))]);
    }

    private static string NameOf(VerifierKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Name}+{key.Id:x8}");
}
