using System.Globalization;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;

namespace Archive.Ledger;

/// <summary>Takes in what witnesses signed: only what they signed of a kept checkpoint, and only verified.</summary>
internal sealed class CosignatureIntake(Checkpoints checkpoints)
{
    public async Task<Outcome<SignedCheckpoint>> AcceptAsync(AcceptCosignature accept, CancellationToken cancellationToken)
    {
        if (!VerifierKey.TryParse(accept.WitnessKey.Trim(), out var witness))
            return Refused("witness-key-malformed", "The key is no verifier key. One is a line NAME+ID+KEY; the witness prints its own.");
        if (witness.Type != NoteKeyType.Cosignature)
            return Refused("witness-key-malformed", "The key is of a log, and not of a witness, who signs with the time. Give the key that 'archive ledger cosign --new-key' or the witness's own tool printed.");
        if (accept.Note.Length > CheckpointNote.MaxLength)
            return Refused("checkpoint-malformed", "The file holds no signed note: it is larger than any.");
        if (!SignedNote.TryParse(accept.Note.Span, out var note, out var problem))
            return Refused("checkpoint-malformed", $"The file holds no signed note. {problem}");
        if (!Checkpoint.TryParse(note.Text, out var checkpoint))
            return Refused("checkpoint-malformed", "The file holds a signed note, but its text is no checkpoint: name, size and root, a line each.");
        if (!note.TryVerify([witness], out _, out problem))
            return Refused("cosignature-invalid", $"{problem} Nothing was added.");
        if (await checkpoints.FindAsync(checkpoint.Size, cancellationToken) is not { } kept)
            return new Outcome<SignedCheckpoint>.NotFound(new Refusal("checkpoint-unknown", string.Create(CultureInfo.InvariantCulture, $"No checkpoint of entry {checkpoint.Size} is kept here, so nothing can be added to it.")));
        if (kept.Note.Text != note.Text)
        {
            return Refused(
                "checkpoint-differs",
                string.Create(CultureInfo.InvariantCulture, $"The witness signed another checkpoint of entry {checkpoint.Size} than this archive: {checkpoint.Origin}, root {checkpoint.Root}, where {kept.Checkpoint.Origin} has {kept.Checkpoint.Root}. If the log name is the same, somebody was shown another history: keep the file, and find out which of the two is wrong."));
        }

        NoteSignature[] signatures = [.. note.Signatures.Where(signature => signature.IsOf(witness))];
        if (kept.Note.With(signatures).Signatures.Count > SignedNote.MaxSignatures)
            return Refused("cosignatures-full", $"The checkpoint has {SignedNote.MaxSignatures} signatures, and no reader takes more. Nothing was added.");
        return new Outcome<SignedCheckpoint>.Ok(SignedCheckpoint.Of((await checkpoints.AddSignaturesAsync(checkpoint.Size, signatures, cancellationToken))!));
    }

    private static Outcome<SignedCheckpoint> Refused(string code, string message) => new Outcome<SignedCheckpoint>.Refused(new Refusal(code, message));
}
