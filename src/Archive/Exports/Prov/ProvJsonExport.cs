using System.Globalization;
using System.Text.Json;
using Archive.Domain.Ledger;

namespace Archive.Exports.Prov;

/// <summary>
/// PROV-JSON. It sorts everything by kind, so the record is gone through once a kind, and nothing but the things that are being written is in memory.
/// </summary>
internal sealed class ProvJsonExport : IRecordExport
{
    private static readonly (ProvRelationKind Kind, string Name, string Subject, string Object)[] Relations =
    [
        (ProvRelationKind.WasGeneratedBy, "wasGeneratedBy", "prov:entity", "prov:activity"),
        (ProvRelationKind.WasInvalidatedBy, "wasInvalidatedBy", "prov:entity", "prov:activity"),
        (ProvRelationKind.Used, "used", "prov:activity", "prov:entity"),
        (ProvRelationKind.WasDerivedFrom, "wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity"),
        (ProvRelationKind.WasAttributedTo, "wasAttributedTo", "prov:entity", "prov:agent"),
        (ProvRelationKind.WasAssociatedWith, "wasAssociatedWith", "prov:activity", "prov:agent"),
        (ProvRelationKind.WasInfluencedBy, "wasInfluencedBy", "prov:influencee", "prov:influencer"),
        (ProvRelationKind.SpecializationOf, "specializationOf", "prov:specificEntity", "prov:generalEntity"),
        (ProvRelationKind.AlternateOf, "alternateOf", "prov:alternate1", "prov:alternate2"),
        (ProvRelationKind.HadMember, "hadMember", "prov:collection", "prov:entity"),
    ];

    public async Task WriteAsync(RecordMaterial material, ExportOutput output)
    {
        using var json = new ExportJson(output);
        json.Writer.WriteStartObject();
        WritePrefixes(json.Writer, material);
        await WriteThingsAsync(json, material, ProvKind.Entity, "entity");
        await WriteThingsAsync(json, material, ProvKind.Activity, "activity");
        await WriteThingsAsync(json, material, ProvKind.Agent, "agent");
        foreach (var relation in Relations)
            await WriteRelationsAsync(json, material, relation);
        json.Writer.WriteEndObject();
        await json.EndAsync();
    }

    private static void WritePrefixes(Utf8JsonWriter writer, RecordMaterial material)
    {
        writer.WriteStartObject("prefix");
        writer.WriteString("prov", "http://www.w3.org/ns/prov#");
        writer.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        writer.WriteString(ExportIris.TermsPrefix, ExportIris.Terms);
        writer.WriteString(ExportIris.LogPrefix, material.Iris.Log);
        writer.WriteEndObject();
    }

    private static async Task WriteThingsAsync(ExportJson json, RecordMaterial material, ProvKind kind, string section)
    {
        json.Writer.WriteStartObject(section);
        await foreach (var node in ProvDocument.ReadAsync(material))
        {
            if (node.Kind != kind)
                continue;
            json.Writer.WriteStartObject(node.Id);
            if (node.StartedAt is { } started)
                json.Writer.WriteString("prov:startTime", RecordedTime.Format(started));
            WriteAttributes(json.Writer, node.Attributes);
            json.Writer.WriteEndObject();
            await json.SendAsync();
        }

        json.Writer.WriteEndObject();
    }

    /// <summary>A kind that nothing is said of is left out.</summary>
    private static async Task WriteRelationsAsync(ExportJson json, RecordMaterial material, (ProvRelationKind Kind, string Name, string Subject, string Object) form)
    {
        var number = 0;
        await foreach (var node in ProvDocument.ReadAsync(material))
        {
            foreach (var relation in node.Relations.Where(relation => relation.Kind == form.Kind))
            {
                if (number++ == 0)
                    json.Writer.WriteStartObject(form.Name);
                json.Writer.WriteStartObject(string.Create(CultureInfo.InvariantCulture, $"_:{form.Name}{number}"));
                json.Writer.WriteString(form.Subject, relation.Subject);
                json.Writer.WriteString(form.Object, relation.Object);
                if (relation.Time is { } time)
                    json.Writer.WriteString("prov:time", RecordedTime.Format(time));
                WriteAttributes(json.Writer, relation.Attributes ?? []);
                json.Writer.WriteEndObject();
            }

            await json.SendAsync();
        }

        if (number > 0)
            json.Writer.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, ProvAttributes attributes)
    {
        foreach (var attribute in attributes.ByName)
        {
            writer.WritePropertyName(attribute.Key);
            if (attribute.Skip(1).Any())
            {
                writer.WriteStartArray();
                foreach (var value in attribute)
                    Write(writer, value);
                writer.WriteEndArray();
            }
            else
            {
                Write(writer, attribute.First());
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, ProvValue value)
    {
        if (value is { Type: null, Language: null })
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("$", value.Text);
        if (value.Type is not null)
            writer.WriteString("type", value.Type);
        else
            writer.WriteString("lang", value.Language);
        writer.WriteEndObject();
    }
}
