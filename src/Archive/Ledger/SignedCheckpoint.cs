using System.Globalization;

namespace Archive.Ledger;

/// <summary>A kept checkpoint, as it is told.</summary>
/// <param name="Log">The log name.</param>
/// <param name="Size">The number of its last entry.</param>
/// <param name="Root">Root of the tree, lower-case hex.</param>
/// <param name="SignedAt">When it was signed, by the clock of the node that signed it.</param>
/// <param name="Signatures">By whom.</param>
/// <param name="Note">The signed note (C2SP tlog-checkpoint), to be handed on as it is.</param>
public sealed record SignedCheckpoint(
    string Log, long Size, string Root, DateTimeOffset SignedAt, IReadOnlyList<CheckpointSignature> Signatures, string Note)
{
    internal static SignedCheckpoint Of(KeptCheckpoint kept) => new(
        kept.Checkpoint.Origin,
        kept.Checkpoint.Size,
        kept.Checkpoint.Root.ToString(),
        kept.SignedAt,
        [.. kept.Note.Signatures.Select(signature => new CheckpointSignature(signature.Name, signature.KeyId.ToString("x8", CultureInfo.InvariantCulture)))],
        kept.Note.ToString());
}
