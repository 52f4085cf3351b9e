using System.Buffers;
using System.Text.Json;
using Archive.Domain.Events;

namespace Archive.LogCopies;

/// <summary>
/// JSON without white space between its tokens, and with the escapes that the archive writes: as long as it was when it was first appended, and within the
/// same limit. Its canonical form, of which digests are, is the same.
/// </summary>
internal static class CompactJson
{
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var compact = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(compact, new JsonWriterOptions { Encoder = ArchiveJson.Options.Encoder }))
            document.RootElement.WriteTo(writer);
        return compact.WrittenMemory;
    }
}
