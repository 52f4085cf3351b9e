using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Domain.Ledger;

namespace Archive.Domain.Events;

/// <summary>Instants of the archive's own clock stand in JSON as in digests: UTC with exactly six fractional digits.</summary>
internal sealed class RecordedTimeJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RecordedTime.TryParse(reader.GetString(), out var time)
            ? time
            : throw new JsonException("A time is written in UTC with six fractional digits, such as 2026-11-24T09:30:00.000000Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(RecordedTime.Format(RecordedTime.TruncateToMicroseconds(value)));
}
