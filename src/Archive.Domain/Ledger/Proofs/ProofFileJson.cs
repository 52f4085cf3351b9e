using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Archive.Domain.Ledger.Notes;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>Reads and writes a <see cref="ProofFile"/>.</summary>
internal static class ProofFileJson
{
    public static byte[] Write(ProofFile proof)
    {
        using var output = new PooledBytes(4096);
        var json = new CanonicalObject(output);
        if (proof.Claim is { } claim)
            json.Member("claim"u8, claim);
        json.Name("entries"u8);
        for (var i = 0; i < proof.Entries.Count; i++)
        {
            output.Append(i == 0 ? (byte)'[' : (byte)',');
            Append(proof.Entries[i], output);
        }

        output.Append((byte)']');
        json.Member("format"u8, ProofFile.Format);
        json.Member("log"u8, proof.Log);
        json.End();
        output.Append((byte)'\n');
        return output.Written.ToArray();
    }

    public static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out ProofFile? proof, [NotNullWhen(false)] out string? problem)
    {
        proof = null;
        if (!ProofJson.TryParseFile(utf8, ProofFile.MaxLength, out var document, out problem))
            return false;
        using (document)
        {
            if (!TryRead(document.RootElement, out var read, out problem))
                return false;
            // There is one way to write each file: base64, ids and times too.
            if (Write(read).AsSpan().SequenceEqual(utf8))
                proof = read;
            else
                problem = "It is not written as a proof file is: an id, a time or base64 has another form.";
        }

        return proof is not null;
    }

    private static bool TryRead(JsonElement json, [NotNullWhen(true)] out ProofFile? proof, [NotNullWhen(false)] out string? problem)
    {
        proof = null;
        var members = new ProofMembers(json);
        if (members.Text("format") is { Length: > 0 } format && format != ProofFile.Format)
            members.Fail($"Its format is not {ProofFile.Format}.");
        var (log, claim, items) = (members.Text("log"), members.OptionalText("claim"), members.Items("entries", JsonValueKind.Object));
        if (!members.HasFailed && items.Count == 0)
            members.Fail("It has no entry.");
        if ((problem = members.Problem) is not null)
            return false;
        var entries = new List<ProvenEntry>();
        foreach (var item in items)
        {
            if (!TryReadEntry(item, out var entry, out problem))
            {
                problem = $"The entry in place {entries.Count + 1}: {problem}";
                return false;
            }

            entries.Add(entry);
        }

        proof = new ProofFile(log, claim, [.. entries]);
        return true;
    }

    private static bool TryReadEntry(JsonElement json, [NotNullWhen(true)] out ProvenEntry? entry, [NotNullWhen(false)] out string? problem)
    {
        entry = null;
        var members = new ProofMembers(json);
        var number = members.Integer("entry", 1);
        var proofText = members.Text("proof");
        var (leafJson, eventJson, withheld) = (members.Optional("leaf"), members.Optional("event"), members.Optional("withheld"));
        var kept = KeptOf(members);
        if ((eventJson is null) != (withheld?.ValueKind == JsonValueKind.True))
            members.Fail("Either its event is there, or it is withheld: true.");
        if (eventJson is null && kept.Count > 0)
            members.Fail("It has kept words without the event that names them.");
        ProvenEvent? proven = null;
        if (leafJson is null)
            members.Fail("Its leaf is missing.");
        if ((problem = members.Problem) is not null
            || !LeafJson.TryRead(leafJson!.Value, out var leaf, out problem)
            || (eventJson is { } given && !ProvenEventJson.TryRead(given, out proven, out problem))
            || !TlogProof.TryParse(proofText, out var proof, out problem))
            return false;
        if (leaf.Entry != number)
            problem = "Its leaf is that of another entry.";
        else if (proof.ToString() != proofText || proof.Extra is not null)
            problem = "Its proof has another form than proof files have.";
        else
            entry = new ProvenEntry(leaf, proven, kept, proof);
        return entry is not null;
    }

    private static ValueList<ProvenWords> KeptOf(ProofMembers members)
    {
        if (!members.Has("kept"))
            return [];
        var kept = new List<ProvenWords>();
        foreach (var item in members.Items("kept", JsonValueKind.Object))
        {
            var inner = new ProofMembers(item);
            kept.Add(new ProvenWords(inner.Digest("digest"), inner.Salt("salt"), inner.Any("content")));
            if (inner.Problem is { } problem)
                members.Fail($"Of its kept words: {problem}");
        }

        if (kept.Count == 0)
            members.Fail("Its kept words are none: the member is left out then.");
        return [.. kept];
    }

    private static void Append(ProvenEntry entry, PooledBytes output)
    {
        var json = new CanonicalObject(output);
        json.Member("entry"u8, entry.Leaf.Entry);
        if (entry.Event is { } proven)
        {
            json.Name("event"u8);
            ProvenEventJson.Append(proven, output);
        }

        if (entry.Kept.Count > 0)
        {
            json.Name("kept"u8);
            for (var i = 0; i < entry.Kept.Count; i++)
            {
                output.Append(i == 0 ? (byte)'[' : (byte)',');
                Append(entry.Kept[i], output);
            }

            output.Append((byte)']');
        }

        json.Name("leaf"u8);
        output.Append(entry.Leaf.ToData());
        json.Member("proof"u8, entry.Proof.ToString());
        if (entry.Event is null)
        {
            json.Name("withheld"u8);
            output.Append("true"u8);
        }

        json.End();
    }

    private static void Append(ProvenWords words, PooledBytes output)
    {
        var json = new CanonicalObject(output);
        json.Name("content"u8);
        CanonicalJson.Append(words.Content.Span, output);
        json.Member("digest"u8, words.Digest);
        json.Member("salt"u8, Convert.ToBase64String(words.Salt.Span));
        json.End();
    }
}
