using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Domain;

namespace Archive.EventLog;

/// <summary>
/// An event that comes from another log and is to be stored exactly as it was there: of whatever version, known to this build or not.
/// </summary>
/// <param name="Stream">Its stream.</param>
/// <param name="References">Every other stream that it names, as its metadata has them.</param>
/// <param name="Data">Its stored JSON, UTF-8.</param>
[JsonConverter(typeof(AsStored))]
internal sealed record StoredEvent(string Stream, IEnumerable<string> References, ReadOnlyMemory<byte> Data) : IArchiveEvent
{
    private sealed class AsStored : JsonConverter<StoredEvent>
    {
        public override StoredEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Nothing is read as a stored event: it is what its stored name says.");

        public override void Write(Utf8JsonWriter writer, StoredEvent value, JsonSerializerOptions options) => writer.WriteRawValue(value.Data.Span);
    }
}
