using System.Diagnostics.CodeAnalysis;

namespace Archive.Domain.Ledger.Notes;

/// <summary>A signed note whose text is a checkpoint.</summary>
/// <param name="Checkpoint">What was signed.</param>
/// <param name="Note">With its signatures, of which none is verified yet.</param>
public sealed record CheckpointNote(Checkpoint Checkpoint, SignedNote Note)
{
    /// <summary>In bytes: a note has at most 100 signatures of some 400 bytes, under a few lines. Larger ones are not read.</summary>
    public const int MaxLength = 64 * 1024;

    /// <param name="utf8">The signed note.</param>
    /// <param name="read">The same, read.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out CheckpointNote? read, [NotNullWhen(false)] out string? problem)
    {
        read = null;
        return SignedNote.TryParse(utf8, out var note, out problem) && TryRead(note, out read, out problem);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out CheckpointNote?, out string?)"/>
    public static bool TryParse(string text, [NotNullWhen(true)] out CheckpointNote? read, [NotNullWhen(false)] out string? problem)
    {
        read = null;
        return SignedNote.TryParse(text, out var note, out problem) && TryRead(note, out read, out problem);
    }

    private static bool TryRead(SignedNote note, [NotNullWhen(true)] out CheckpointNote? read, [NotNullWhen(false)] out string? problem)
    {
        read = Checkpoint.TryParse(note.Text, out var checkpoint) ? new CheckpointNote(checkpoint, note) : null;
        problem = read is null ? "It is a signed note of something else." : null;
        return read is not null;
    }
}
