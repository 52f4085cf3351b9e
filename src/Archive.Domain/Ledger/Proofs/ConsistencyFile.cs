using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>
/// That one checkpoint's tree goes on from another's, in one file that proves it with the log's key alone
/// (<c>schemas/ledger/consistency.v1.schema.json</c>): JSON in canonical form and a newline.
/// </summary>
/// <param name="From">The older checkpoint, signed.</param>
/// <param name="To">The newer one, or one of the same size.</param>
/// <param name="Hashes">As <see cref="ConsistencyProof"/> has them.</param>
public sealed record ConsistencyFile(SignedNote From, SignedNote To, ValueList<Sha256Digest> Hashes)
{
    public const string Format = "archive-consistency.v1";

    /// <summary>The longest file that is read, in bytes: two notes of as many signatures as one may have are shorter.</summary>
    public const int MaxLength = 1 << 20;

    private const int MostHashes = 64;

    /// <inheritdoc cref="ProofFile.TryParse"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out ConsistencyFile? file, [NotNullWhen(false)] out string? problem)
    {
        file = null;
        if (!ProofJson.TryParseFile(utf8, MaxLength, out var document, out problem))
            return false;
        using (document)
        {
            var members = new ProofMembers(document.RootElement);
            if (members.Text("format") is { Length: > 0 } format && format != Format)
                members.Fail($"Its format is not {Format}.");
            var (from, to, items) = (members.Text("from"), members.Text("to"), members.Items("proof", JsonValueKind.String));
            var hashes = items.Take(MostHashes + 1).Select(item => item.TryGetBytesFromBase64(out var hash) && hash.Length == Sha256Digest.Length ? (Sha256Digest?)new Sha256Digest(hash) : null).ToArray();
            if (hashes.Length > MostHashes || Array.Exists(hashes, hash => hash is null))
                members.Fail("Its proof has what is no SHA-256 in base64, or too many hashes.");
            if ((problem = members.Problem) is not null || !SignedNote.TryParse(from, out var former, out problem) || !SignedNote.TryParse(to, out var later, out problem))
                return false;
            var read = new ConsistencyFile(former, later, hashes.Select(hash => hash!.Value).ToValueList());
            if (read.ToFile().AsSpan().SequenceEqual(utf8))
                file = read;
            else
                problem = "It is not written as a consistency proof is: its base64 has another form.";
        }

        return file is not null;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToFile()
    {
        using var output = new PooledBytes(2048);
        var json = new CanonicalObject(output);
        json.Member("format"u8, Format);
        json.Member("from"u8, From.ToString());
        json.Member("proof"u8, Hashes.Select(hash => Convert.ToBase64String(hash.ToArray())).ToArray());
        json.Member("to"u8, To.ToString());
        json.End();
        output.Append((byte)'\n');
        return output.Written.ToArray();
    }
}
