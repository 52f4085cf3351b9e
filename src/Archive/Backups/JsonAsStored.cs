using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Backups;

/// <summary>JSON within JSON, byte for byte, but for line breaks: those stand only between tokens, and a backup has one line an event.</summary>
internal sealed class JsonAsStored : JsonConverter<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray();
    }

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        if (!value.Span.ContainsAny((byte)'\n', (byte)'\r'))
        {
            writer.WriteRawValue(value.Span);
            return;
        }

        var line = value.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        writer.WriteRawValue(line);
    }
}
