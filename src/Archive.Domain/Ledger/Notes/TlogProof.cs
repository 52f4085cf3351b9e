using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Archive.Domain.Ledger.Trees;

namespace Archive.Domain.Ledger.Notes;

/// <summary>An inclusion proof with its checkpoint in one text, verifiable offline with the log's key alone (C2SP tlog-proof v1).</summary>
/// <param name="Proof">Its size is the checkpoint's.</param>
/// <param name="Note">The checkpoint, signed.</param>
/// <param name="Checkpoint">The same, read.</param>
/// <param name="Extra">What nobody vouches for; null where there is none.</param>
public sealed record TlogProof(InclusionProof Proof, SignedNote Note, Checkpoint Checkpoint, ReadOnlyMemory<byte>? Extra = null)
{
    /// <summary>How every one begins, of whatever version.</summary>
    public const string Beginning = "c2sp.org/tlog-proof@";

    private const string FirstLine = Beginning + "v1";

    /// <summary>A tree of 2^63 leaves needs no more.</summary>
    private const int MostHashes = 63;

    public static bool TryParse(string text, [NotNullWhen(true)] out TlogProof? proof, [NotNullWhen(false)] out string? problem)
    {
        proof = null;
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || text[..end].Split('\n') is not [FirstLine, .. var lines])
        {
            problem = $"It is no proof: its first line is not {FirstLine}, or it has no checkpoint.";
            return false;
        }

        ReadOnlyMemory<byte>? extra = null;
        if (lines is [var first, ..] && first.StartsWith("extra ", StringComparison.Ordinal))
        {
            extra = Bytes(first["extra ".Length..]);
            lines = lines[1..];
            if (extra is null)
            {
                problem = "Its extra data is not base64.";
                return false;
            }
        }

        if (lines is not [var second, .. var encoded] || !second.StartsWith("index ", StringComparison.Ordinal)
            || !long.TryParse(second["index ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || second != string.Create(CultureInfo.InvariantCulture, $"index {index}"))
        {
            problem = "Its index is not a number.";
            return false;
        }

        if (encoded.Length > MostHashes || encoded.Select(Bytes).ToArray() is var hashes && hashes.Any(hash => hash?.Length != Sha256Digest.Length))
        {
            problem = "Its hashes are not SHA-256 digests in base64, or there are too many.";
            return false;
        }

        if (!SignedNote.TryParse(text[(end + 2)..], out var note, out problem))
            return false;
        if (!Checkpoint.TryParse(note.Text, out var checkpoint))
        {
            problem = "What follows its hashes is no checkpoint.";
            return false;
        }

        proof = new TlogProof(new InclusionProof(index, checkpoint.Size, hashes.Select(hash => new Sha256Digest(hash!.Value.Span)).ToValueList()), note, checkpoint, extra);
        return true;
    }

    public override string ToString()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        if (Extra is { } extra)
            text.Append("extra ").Append(Convert.ToBase64String(extra.Span)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Proof.Index}\n");
        foreach (var hash in Proof.Hashes)
            text.Append(Convert.ToBase64String(hash.ToArray())).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }

    private static ReadOnlyMemory<byte>? Bytes(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var written) && Convert.ToBase64String(bytes, 0, written) == encoded ? bytes.AsMemory(0, written) : null;
    }
}
