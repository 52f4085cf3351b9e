using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>Writes and reads a <see cref="BoundsMode"/> as <c>one-of</c> or <c>all-of</c>, and nothing else.</summary>
internal sealed class BoundsModeConverter : JsonConverter<BoundsMode>
{
    private const string OneOf = "one-of";
    private const string AllOf = "all-of";

    public override BoundsMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text switch
        {
            OneOf => BoundsMode.OneOf,
            AllOf => BoundsMode.AllOf,
            _ => throw new JsonException("The mode of bounds is one-of or all-of."),
        };
    }

    public override void Write(Utf8JsonWriter writer, BoundsMode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value == BoundsMode.AllOf ? AllOf : OneOf);
    }
}
