using System.Text;
using Archive.Domain.Ledger.Notes;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>Tells by its first bytes what a file proves, and verifies it.</summary>
public static class ProofReading
{
    private const int LongestNote = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Verifies a proof file, a consistency proof, a C2SP tlog-proof or a checkpoint. Never throws for what it says; costs no more than its length.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keys">The keys that one trusts.</param>
    /// <param name="leafData">Leaf data for a tlog-proof that carries none.</param>
    public static ProofVerdict Verify(ReadOnlySpan<byte> file, IReadOnlyCollection<VerifierKey> keys, ReadOnlyMemory<byte>? leafData = null)
    {
        var verification = new ProofVerification(keys);
        if (file is [(byte)'{', ..])
            return OfJson(file, verification);
        if (file.Length > LongestNote)
            return ProofVerdict.Unreadable("unknown", $"It is no JSON, and longer than a checkpoint or a tlog-proof, which have at most {LongestNote:N0} bytes.");
        string text;
        try
        {
            text = Strict.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return ProofVerdict.Unreadable("unknown", "It is neither JSON nor UTF-8 text.");
        }

        if (text.StartsWith(TlogProof.Beginning, StringComparison.Ordinal))
        {
            return !TlogProof.TryParse(text, out var proof, out var wrong) ? ProofVerdict.Unreadable("tlog-proof", wrong)
                : proof.ToString() != text ? ProofVerdict.Unreadable("tlog-proof", "It is not written as a tlog-proof is.")
                : verification.Verify(proof, leafData);
        }

        if (!SignedNote.TryParse(text, out var note, out var problem))
            return ProofVerdict.Unreadable("unknown", $"It is no proof of the archive, no tlog-proof and no checkpoint. Read as a checkpoint: {problem}");
        return Checkpoint.TryParse(note.Text, out var checkpoint)
            ? verification.Verify(note, checkpoint)
            : ProofVerdict.Unreadable("unknown", "It is a signed note, but not of a checkpoint.");
    }

    private static ProofVerdict OfJson(ReadOnlySpan<byte> file, ProofVerification verification)
    {
        // Which of the two it is stands in it once; where it cannot be told, the first form says what is wrong.
        if (file.IndexOf("\"format\":\"archive-consistency."u8) >= 0 && file.IndexOf("\"format\":\"archive-proof."u8) < 0)
            return ConsistencyFile.TryParse(file, out var consistency, out var wrong) ? verification.Verify(consistency) : ProofVerdict.Unreadable("consistency", wrong);
        return ProofFile.TryParse(file, out var proof, out var problem) ? verification.Verify(proof) : ProofVerdict.Unreadable("proof", problem);
    }
}
