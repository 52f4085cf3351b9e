using System.Globalization;
using System.Text;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>A checkpoint, and whether keys that one trusts signed it.</summary>
/// <param name="Valid">Whether it is one, and one of them did, and none of their signatures is wrong.</param>
/// <param name="Log">The log name.</param>
/// <param name="Size">The number of its last entry.</param>
/// <param name="Root">Root of the tree, base64 as in the checkpoint.</param>
/// <param name="Signers">The trusted keys that signed it.</param>
/// <param name="Error">Why it is not valid.</param>
internal sealed record CheckpointAnswer(bool Valid, string? Log, long? Size, string? Root, ValueList<CheckpointSigner>? Signers, string? Error)
{
    /// <summary>Of a checkpoint in bytes; one with a hundred signatures has less.</summary>
    public const int Longest = 1024 * 1024;

    public static CheckpointAnswer Of(string note, IReadOnlyCollection<VerifierKey> trusted) =>
        note.Length > Longest ? TooLong : SignedNote.TryParse(note, out var parsed, out var problem) ? Of(parsed, trusted) : Not(problem);

    /// <param name="utf8">Null where it is longer than <see cref="Longest"/>.</param>
    /// <param name="trusted">Keys that one trusts.</param>
    public static CheckpointAnswer Of(ReadOnlyMemory<byte>? utf8, IReadOnlyCollection<VerifierKey> trusted) =>
        utf8 is null ? TooLong : SignedNote.TryParse(utf8.Value.Span, out var parsed, out var problem) ? Of(parsed, trusted) : Not(problem);

    private static CheckpointAnswer TooLong => Not($"It is longer than {Longest:N0} bytes: no checkpoint is.");

    private static CheckpointAnswer Not(string why) => new(false, null, null, null, null, why);

    private static CheckpointAnswer Of(SignedNote note, IReadOnlyCollection<VerifierKey> trusted)
    {
        if (!Checkpoint.TryParse(note.Text, out var checkpoint))
            return Not("Its text is no checkpoint: log name, size and root in base64, a line each.");
        var isSigned = note.TryVerify(trusted, out var signers, out var problem);
        return new CheckpointAnswer(
            isSigned,
            checkpoint.Origin,
            checkpoint.Size,
            Convert.ToBase64String(checkpoint.Root.ToArray()),
            isSigned ? [.. signers.Select(key => Signer(note, key))] : null,
            problem);
    }

    private static CheckpointSigner Signer(SignedNote note, VerifierKey key) => new(
        key.Name,
        key.Id.ToString("x8", CultureInfo.InvariantCulture),
        key.Type == NoteKeyType.Cosignature ? note.Signatures.Where(signature => signature.IsOf(key)).Max(signature => signature.CosignedAt) : null);
}
