using System.Buffers;
using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger;

namespace Archive.EventLog;

/// <summary>
/// Metadata as it stands in the log: what the serializer writes and reads with <see cref="ArchiveJson.Options"/>, without its cost, because
/// every event that is read or written passes here.
/// </summary>
internal static class EventMetadataJson
{
    /// <summary>The one member of what stands beside each event.</summary>
    public const string Header = "archive";

    /// <summary>All but the payload's salt, which goes with an erased payload, correlation and causation.</summary>
    private const int AllRequired = 0b0001_0111_1111;

    private static readonly JsonWriterOptions Trusted = new() { Encoder = ArchiveJson.Options.Encoder, SkipValidation = true };

    /// <summary>An object with the metadata as its one member.</summary>
    public static byte[] WriteAsHeader(EventMetadata metadata)
    {
        var bytes = new ArrayBufferWriter<byte>(768);
        using (var json = new Utf8JsonWriter(bytes, Trusted))
        {
            json.WriteStartObject();
            json.WriteStartObject(Header);
            json.WriteString("appendedAt"u8, RecordedTime.Format(RecordedTime.TruncateToMicroseconds(metadata.AppendedAt)));
            json.WriteString("actor"u8, metadata.Actor);
            json.WriteString("command"u8, metadata.Command);
            json.WriteNumber("index"u8, metadata.Index);
            json.WriteNumber("count"u8, metadata.Count);
            json.WriteString("fingerprint"u8, metadata.Fingerprint);
            if (metadata.Correlation is { } correlation)
                json.WriteString("correlation"u8, correlation);
            if (metadata.Causation is { } causation)
                json.WriteString("causation"u8, causation);
            json.WriteStartArray("refs"u8);
            foreach (var reference in metadata.Refs)
                json.WriteStringValue(reference);
            json.WriteEndArray();
            if (metadata.PayloadSalt is { } payloadSalt)
                json.WriteBase64String("payloadSalt"u8, payloadSalt);
            json.WriteBase64String("metadataSalt"u8, metadata.MetadataSalt);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The metadata in an object that <see cref="WriteAsHeader"/> wrote, perhaps among members of others; null where it has none.</summary>
    /// <exception cref="JsonException">It is no JSON object, or has another thing in the metadata's place.</exception>
    public static EventMetadata? ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header.IsEmpty)
            return null;
        var json = new Utf8JsonReader(header);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("It is no object.");
        EventMetadata? metadata = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isMetadata = json.ValueTextEquals(Header);
            json.Read();
            var start = (int)json.TokenStartIndex;
            json.Skip();
            if (isMetadata)
                metadata = Read(header[start..(int)json.BytesConsumed]);
        }

        return metadata;
    }

    /// <summary>Whatever is not plainly as it was written is left to the serializer: it says what is wrong.</summary>
    /// <exception cref="JsonException">It is not metadata of the archive.</exception>
    public static EventMetadata? Read(ReadOnlySpan<byte> json) =>
        TryRead(json, out var metadata) ? metadata : JsonSerializer.Deserialize<EventMetadata>(json, ArchiveJson.Options);

    /// <returns>False for anything but every required member once, each of its own kind, and no other.</returns>
    private static bool TryRead(ReadOnlySpan<byte> text, out EventMetadata metadata)
    {
        metadata = null!;
        var json = new Utf8JsonReader(text);
        DateTimeOffset appendedAt = default;
        (string? actor, string? fingerprint, byte[]? payloadSalt, byte[]? metadataSalt) = (null, null, null, null);
        (Guid command, Guid? correlation, Guid? causation) = (default, null, null);
        var (index, count, seen) = (0, 0, 0);
        var refs = ValueList<string>.Empty;
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var member = MemberOf(ref json);
                if (member < 0 || (seen & (1 << member)) != 0 || !json.Read())
                    return false;
                seen |= 1 << member;
                var read = member switch
                {
                    0 => json.TokenType == JsonTokenType.String && RecordedTime.TryParse(json.GetString(), out appendedAt),
                    1 => json.TokenType == JsonTokenType.String && (actor = json.GetString()) is not null,
                    2 => json.TryGetGuid(out command),
                    3 => json.TryGetInt32(out index),
                    4 => json.TryGetInt32(out count),
                    5 => json.TokenType == JsonTokenType.String && (fingerprint = json.GetString()) is not null,
                    6 => TryReadRefs(ref json, out refs),
                    7 => json.TryGetBytesFromBase64(out payloadSalt),
                    8 => json.TryGetBytesFromBase64(out metadataSalt),
                    9 => json.TryGetGuid(out var id) && (correlation = id) is not null,
                    _ => json.TryGetGuid(out var id) && (causation = id) is not null,
                };
                if (!read)
                    return false;
            }

            if ((seen & AllRequired) != AllRequired || json.TokenType != JsonTokenType.EndObject || json.Read())
                return false;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }

        metadata = new EventMetadata(appendedAt, actor!, command, index, count, fingerprint!, correlation, causation, refs, payloadSalt, metadataSalt!);
        return true;
    }

    private static int MemberOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("appendedAt"u8) ? 0
        : json.ValueTextEquals("actor"u8) ? 1
        : json.ValueTextEquals("command"u8) ? 2
        : json.ValueTextEquals("index"u8) ? 3
        : json.ValueTextEquals("count"u8) ? 4
        : json.ValueTextEquals("fingerprint"u8) ? 5
        : json.ValueTextEquals("refs"u8) ? 6
        : json.ValueTextEquals("payloadSalt"u8) ? 7
        : json.ValueTextEquals("metadataSalt"u8) ? 8
        : json.ValueTextEquals("correlation"u8) ? 9
        : json.ValueTextEquals("causation"u8) ? 10
        : -1;

    private static bool TryReadRefs(ref Utf8JsonReader json, out ValueList<string> refs)
    {
        refs = ValueList<string>.Empty;
        if (json.TokenType != JsonTokenType.StartArray)
            return false;
        List<string>? items = null;
        while (json.Read() && json.TokenType == JsonTokenType.String)
            (items ??= new List<string>(4)).Add(json.GetString()!);
        if (items is not null)
            refs = items.ToValueList();
        return json.TokenType == JsonTokenType.EndArray;
    }
}
