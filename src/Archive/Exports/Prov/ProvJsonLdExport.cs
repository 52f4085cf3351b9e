using System.Text.Json;
using Archive.Domain.Ledger;

namespace Archive.Exports.Prov;

/// <summary>PROV-O as JSON-LD 1.1: one node a thing, with a context that is all inline, so that nobody has to fetch one.</summary>
internal sealed class ProvJsonLdExport : IRecordExport
{
    /// <summary>Properties whose values are names of things.</summary>
    private static readonly string[] Links =
    [
        "wasGeneratedBy", "wasInvalidatedBy", "used", "wasDerivedFrom", "wasQuotedFrom", "hadPrimarySource", "wasRevisionOf", "wasAttributedTo", "wasAssociatedWith",
        "wasInfluencedBy", "specializationOf", "alternateOf", "hadMember", "entity",
    ];

    private static readonly string[] Times = ["generatedAtTime", "invalidatedAtTime", "startedAtTime"];

    private static readonly string[] Qualified = ["qualifiedDerivation", "qualifiedQuotation", "qualifiedPrimarySource", "qualifiedInfluence"];

    public async Task WriteAsync(RecordMaterial material, ExportOutput output)
    {
        using var json = new ExportJson(output);
        json.Writer.WriteStartObject();
        WriteContext(json.Writer, material);
        json.Writer.WriteStartArray("@graph");
        await foreach (var node in ProvDocument.ReadAsync(material))
        {
            Write(json.Writer, node);
            await json.SendAsync();
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
        await json.EndAsync();
    }

    private static void WriteContext(Utf8JsonWriter writer, RecordMaterial material)
    {
        writer.WriteStartObject("@context");
        writer.WriteNumber("@version", 1.1m);
        writer.WriteString("prov", "http://www.w3.org/ns/prov#");
        writer.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        writer.WriteString(ExportIris.TermsPrefix, ExportIris.Terms);
        writer.WriteString(ExportIris.LogPrefix, material.Iris.Log);
        writer.WriteString("label", "http://www.w3.org/2000/01/rdf-schema#label");
        foreach (var link in Links)
            WriteTerm(writer, link, "@id");
        foreach (var time in Times)
            WriteTerm(writer, time, "xsd:dateTime");
        foreach (var qualified in Qualified)
            writer.WriteString(qualified, $"prov:{qualified}");
        writer.WriteEndObject();
    }

    private static void WriteTerm(Utf8JsonWriter writer, string term, string type)
    {
        writer.WriteStartObject(term);
        writer.WriteString("@id", $"prov:{term}");
        writer.WriteString("@type", type);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ProvNode node)
    {
        writer.WriteStartObject();
        writer.WriteString("@id", node.Id);
        WriteNames(writer, "@type", [$"prov:{node.Kind}", .. node.Attributes.Where(attribute => attribute.Key == ProvAttributes.Type).Select(attribute => attribute.Value.Text)]);
        if (node.StartedAt is { } started)
            writer.WriteString("startedAtTime", RecordedTime.Format(started));
        WriteAttributes(writer, node.Attributes);
        var own = node.Relations.Where(relation => relation.Subject == node.Id).ToArray();
        foreach (var (property, relations) in own.SelectMany(Direct).GroupBy(link => link.Property, link => link.Relation, StringComparer.Ordinal).Select(group => (group.Key, group)))
            WriteNames(writer, property, relations.Select(relation => relation.Object).Distinct(StringComparer.Ordinal));
        WriteTime(writer, own, ProvRelationKind.WasGeneratedBy, "generatedAtTime");
        WriteTime(writer, own, ProvRelationKind.WasInvalidatedBy, "invalidatedAtTime");
        foreach (var group in own.Where(IsQualified).GroupBy(QualifiedAs, StringComparer.Ordinal))
            WriteQualified(writer, group.Key, group);
        writer.WriteEndObject();
        foreach (var other in node.Relations.Where(relation => relation.Subject != node.Id))
        {
            writer.WriteStartObject();
            writer.WriteString("@id", other.Subject);
            WriteNames(writer, Direct(other).First().Property, [other.Object]);
            writer.WriteEndObject();
        }
    }

    /// <summary>The unqualified properties of a relation: of a derivation that has a type also the general one, for readers that infer nothing.</summary>
    private static IEnumerable<(string Property, ProvRelation Relation)> Direct(ProvRelation relation)
    {
        yield return (JsonNamingPolicy.CamelCase.ConvertName(relation.Kind.ToString()), relation);
        switch (relation.Type)
        {
            case ProvRelation.Quotation:
                yield return ("wasQuotedFrom", relation);
                break;
            case ProvRelation.PrimarySource:
                yield return ("hadPrimarySource", relation);
                break;
            case ProvRelation.Revision:
                yield return ("wasRevisionOf", relation);
                break;
        }
    }

    private static bool IsQualified(ProvRelation relation) => relation.Attributes?.Any(attribute => attribute.Key != ProvAttributes.Type) == true;

    private static string QualifiedAs(ProvRelation relation) => (relation.Kind, relation.Type) switch
    {
        (ProvRelationKind.WasInfluencedBy, _) => "qualifiedInfluence",
        (_, ProvRelation.Quotation) => "qualifiedQuotation",
        (_, ProvRelation.PrimarySource) => "qualifiedPrimarySource",
        _ => "qualifiedDerivation",
    };

    private static void WriteQualified(Utf8JsonWriter writer, string property, IEnumerable<ProvRelation> relations)
    {
        writer.WriteStartArray(property);
        foreach (var relation in relations)
        {
            writer.WriteStartObject();
            writer.WriteString("@type", relation.Type ?? (relation.Kind == ProvRelationKind.WasInfluencedBy ? "prov:EntityInfluence" : "prov:Derivation"));
            writer.WriteString("entity", relation.Object);
            WriteAttributes(writer, relation.Attributes!);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter writer, IEnumerable<ProvRelation> relations, ProvRelationKind kind, string property)
    {
        if (relations.FirstOrDefault(relation => relation.Kind == kind)?.Time is { } time)
            writer.WriteString(property, RecordedTime.Format(time));
    }

    private static void WriteAttributes(Utf8JsonWriter writer, ProvAttributes attributes)
    {
        foreach (var attribute in attributes.ByName.Where(attribute => attribute.Key != ProvAttributes.Type))
        {
            writer.WritePropertyName(attribute.Key == ProvAttributes.Label ? "label" : attribute.Key);
            writer.WriteStartArray();
            foreach (var value in attribute)
                Write(writer, value);
            writer.WriteEndArray();
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
        writer.WriteString(value.Type == ProvValue.QualifiedName ? "@id" : "@value", value.Text);
        if (value.Language is not null)
            writer.WriteString("@language", value.Language);
        else if (value.Type is not null and not ProvValue.QualifiedName)
            writer.WriteString("@type", value.Type);
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string property, IEnumerable<string> names)
    {
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
