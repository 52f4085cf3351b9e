using System.Diagnostics.CodeAnalysis;
using Archive.Domain.Ledger.Notes;

namespace Archive.LedgerAudits;

/// <summary>A checkpoint that whoever audits has from elsewhere, or from long ago.</summary>
/// <param name="Checkpoint">What was signed.</param>
/// <param name="Note">With its signatures.</param>
internal sealed record KnownCheckpoint(Checkpoint Checkpoint, SignedNote Note)
{
    /// <param name="note">The signed note.</param>
    /// <param name="known">The checkpoint.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static bool TryParse(ReadOnlySpan<byte> note, [NotNullWhen(true)] out KnownCheckpoint? known, [NotNullWhen(false)] out string? problem)
    {
        known = null;
        if (!SignedNote.TryParse(note, out var signed, out problem))
            return false;
        if (!Checkpoint.TryParse(signed.Text, out var checkpoint))
        {
            problem = "It is a signed note, but its text is no checkpoint.";
            return false;
        }

        known = new KnownCheckpoint(checkpoint, signed);
        return true;
    }
}
