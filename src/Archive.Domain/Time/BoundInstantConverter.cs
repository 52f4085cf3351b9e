using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>Writes and reads a <see cref="BoundInstant"/> as its one written form.</summary>
internal sealed class BoundInstantConverter : JsonConverter<BoundInstant>
{
    public override BoundInstant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && BoundInstant.TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("A bound is a UTC instant with six fractional digits, such as 2023-03-19T21:00:00.000000Z.");

    public override void Write(Utf8JsonWriter writer, BoundInstant value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
