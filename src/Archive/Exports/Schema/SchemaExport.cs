using System.Text.Json;
using Archive.Domain.Ledger;

namespace Archive.Exports.Schema;

/// <summary>
/// The record as a schema.org Collection of Claims about an Event, as JSON-LD with its context inline. There is no ClaimReview in it: that
/// would give a verdict, and the archive takes no side.
/// </summary>
internal sealed class SchemaExport : IRecordExport
{
    public async Task WriteAsync(RecordMaterial material, ExportOutput output)
    {
        using var json = new ExportJson(output);
        var writer = json.Writer;
        var record = material.Record.State;
        var date = record.Description.Occurred;
        writer.WriteStartObject();
        writer.WriteStartObject("@context");
        writer.WriteString("@vocab", "https://schema.org/");
        writer.WriteEndObject();
        writer.WriteString("@type", "Collection");
        writer.WriteString("@id", material.Iris.InFull(ExportIris.Snapshot(record.Id, material.Moment.Entry)));
        writer.WriteString("name", record.Description.Title);
        if (material.Record.Withheld is { } withheld)
            writer.WriteString("conditionsOfAccess", ClosedText.Of(withheld));
        writer.WriteNumber("version", material.Moment.Entry);
        if (material.Moment.RecordedAt is { } recorded)
            writer.WriteString("dateModified", RecordedTime.Format(recorded));
        writer.WriteStartObject("identifier");
        writer.WriteString("@type", "PropertyValue");
        writer.WriteString("propertyID", "snapshot digest, sha256");
        writer.WriteString("value", material.Digest);
        writer.WriteEndObject();
        json.Text("temporal", date?.Edtf);
        json.Text("temporalCoverage", PlainDate.Of(date));
        WriteEvent(json, material);
        writer.WriteNumber("collectionSize", material.Claims.Count);
        writer.WriteStartArray("hasPart");
        await foreach (var past in material.ClaimsAsync())
        {
            SchemaClaim.Write(json, past, material);
            await json.SendAsync();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await json.EndAsync();
    }

    private static void WriteEvent(ExportJson json, RecordMaterial material)
    {
        var writer = json.Writer;
        var description = material.Record.State.Description;
        writer.WriteStartObject("about");
        writer.WriteString("@type", "Event");
        writer.WriteString("@id", material.Iris.InFull(ExportIris.Record(material.Record.State.Id)));
        writer.WriteString("identifier", material.Record.State.Id);
        writer.WriteString("name", description.Title);
        json.Text("description", description.Summary);
        json.Text("inLanguage", description.Language);
        if (PlainDate.Ends(description.Occurred) is var (start, end))
        {
            writer.WriteString("startDate", start);
            writer.WriteString("endDate", end);
        }

        if (description.Places.Count > 0)
        {
            writer.WriteStartArray("location");
            foreach (var place in description.Places)
                WriteAuthority(json, material, place, "Place");
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>A person, organisation or place by name, so far as it has one.</summary>
    /// <param name="type">Left out where it may be one or the other.</param>
    public static void WriteAuthority(ExportJson json, RecordMaterial material, string authority, string? type)
    {
        json.Writer.WriteStartObject();
        json.Text("@type", type);
        json.Writer.WriteString("@id", material.Iris.InFull(ExportIris.Authority(authority)));
        json.Writer.WriteString("name", material.Authorities.GetValueOrDefault(authority, authority));
        json.Writer.WriteEndObject();
    }

    public static string Word<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
