using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>Reads leaf data.</summary>
public static class LeafJson
{
    /// <summary>The leaf whose <see cref="LedgerLeaf.ToData"/> these bytes are.</summary>
    public static bool TryParse(ReadOnlySpan<byte> data, [NotNullWhen(true)] out LedgerLeaf? leaf, [NotNullWhen(false)] out string? problem)
    {
        leaf = null;
        if (!ProofJson.TryParse(data, out var document, out problem))
            return false;
        using (document)
        {
            if (!TryRead(document.RootElement, out var read, out problem))
                return false;
            if (read.ToData().AsSpan().SequenceEqual(data))
                leaf = read;
            else
                problem = "It is not written as leaf data is: its id or time has another form.";
        }

        return leaf is not null;
    }

    internal static bool TryRead(JsonElement json, [NotNullWhen(true)] out LedgerLeaf? leaf, [NotNullWhen(false)] out string? problem)
    {
        var members = new ProofMembers(json);
        var (entry, id, type, recordedAt) = (members.Integer("entry", 1), members.Id("eventId"), members.Text("type"), members.Time("recordedAt"));
        var (payload, metadata) = (members.Digest("payloadDigest"), members.Digest("metadataDigest"));
        problem = members.Problem;
        leaf = problem is null ? new LedgerLeaf(entry, id, type, recordedAt, payload, metadata) : null;
        return leaf is not null;
    }
}
