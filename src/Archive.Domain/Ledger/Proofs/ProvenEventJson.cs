using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Archive.Domain.Erasures;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>Reads and writes the JSON of a <see cref="ProvenEvent"/>.</summary>
internal static class ProvenEventJson
{
    public static byte[] Write(ProvenEvent proven)
    {
        using var output = new PooledBytes(1024 + proven.Data.Length);
        Append(proven, output);
        return output.Written.ToArray();
    }

    public static void Append(ProvenEvent proven, PooledBytes output)
    {
        var metadata = proven.Metadata;
        var json = new CanonicalObject(output);
        json.Member("actor"u8, metadata.Actor);
        json.Member("causation"u8, metadata.Causation);
        json.Member("command"u8, metadata.Command);
        json.Member("correlation"u8, metadata.Correlation);
        json.Name("data"u8);
        CanonicalJson.Append(proven.Data.Span, output);
        json.Member("entry"u8, proven.Entry);
        json.Member("eventId"u8, (Guid?)proven.EventId);
        json.Member("metadataSalt"u8, Convert.ToBase64String(proven.MetadataSalt.Span));
        if (proven.PayloadSalt is { } salt)
            json.Member("payloadSalt"u8, Convert.ToBase64String(salt.Span));
        json.Member("recordedAt"u8, RecordedTime.Format(proven.RecordedAt));
        json.Member("refs"u8, metadata.Refs);
        json.Member("revision"u8, metadata.Revision);
        json.Member("stream"u8, metadata.Stream);
        json.Member("type"u8, proven.Type);
        json.End();
    }

    public static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out ProvenEvent? proven, [NotNullWhen(false)] out string? problem)
    {
        proven = null;
        if (utf8.Length > ProvenEvent.MaxLength)
        {
            problem = $"It has {utf8.Length:N0} bytes; at most {ProvenEvent.MaxLength:N0} are read.";
            return false;
        }

        if (!ProofJson.TryParse(utf8, out var document, out problem))
            return false;
        using (document)
        {
            if (!TryRead(document.RootElement, out var read, out problem))
                return false;
            // There is one way to write each event: base64, ids and times too.
            if (Write(read).AsSpan().SequenceEqual(utf8))
                proven = read;
            else
                problem = "It is not written as such an event is: an id, a time or base64 has another form.";
        }

        return proven is not null;
    }

    /// <param name="json">Of a document in canonical form; whether ids, times and base64 are too is for the caller to see.</param>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out ProvenEvent? proven, [NotNullWhen(false)] out string? problem)
    {
        proven = null;
        var members = new ProofMembers(json);
        var metadata = MetadataOf(members);
        var entry = members.Integer("entry", 1);
        var recordedAt = members.Time("recordedAt");
        var id = members.Id("eventId");
        var type = members.Text("type");
        var metadataSalt = members.Salt("metadataSalt");
        var payloadSalt = members.OptionalSalt("payloadSalt");
        var data = members.Object("data");
        problem = members.Problem ?? WhatIsWrong(payloadSalt, data);
        if (problem is null)
            proven = new ProvenEvent(entry, recordedAt, id, type, metadata!, metadataSalt, payloadSalt is null ? null : (ReadOnlyMemory<byte>?)payloadSalt, data);
        return problem is null;
    }

    private static DigestedMetadata? MetadataOf(ProofMembers members)
    {
        var (stream, revision, actor) = (members.Text("stream"), members.Integer("revision", 0), members.Text("actor"));
        var (command, correlation, causation) = (members.Id("command"), members.OptionalId("correlation"), members.OptionalId("causation"));
        var refs = members.OrderedTexts("refs");
        return !members.HasFailed ? new DigestedMetadata(stream, revision, actor, command, correlation, causation, refs) : null;
    }

    private static string? WhatIsWrong(byte[]? salt, byte[] data)
    {
        try
        {
            return (salt is not null, ErasedForm.TryRead(data, out _)) switch
            {
                (true, true) => "Its data was erased, and yet it has a payloadSalt.",
                (false, false) => "It has no payloadSalt, and its data is not the erased form.",
                _ => null,
            };
        }
        catch (JsonException)
        {
            return "Its data begins as the erased form, and is not it.";
        }
    }
}
