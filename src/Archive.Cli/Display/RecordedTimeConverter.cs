using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Domain.Ledger;

namespace Archive.Cli.Display;

/// <summary>Writes recorded times in the ledger's form, UTC with six digits and Z.</summary>
internal sealed class RecordedTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RecordedTime.TryParse(reader.GetString(), out var time) ? time : throw new JsonException("A recorded time was expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(RecordedTime.Format(value));
}
