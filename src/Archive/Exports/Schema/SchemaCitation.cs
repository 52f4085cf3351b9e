using System.Globalization;
using Archive.Domain.Claims;
using Archive.Domain.Ledger;
using Archive.Domain.Sources;

namespace Archive.Exports.Schema;

/// <summary>A citation as schema.org's Role, which says how the source stands to the claim, around the source or the words quoted from it.</summary>
internal static class SchemaCitation
{
    public static void WriteAll(ExportJson json, IReadOnlyList<Citation> citations, RecordMaterial material)
    {
        if (citations.Count == 0)
            return;
        json.Writer.WriteStartArray("citation");
        foreach (var citation in citations)
            Write(json, citation, material);
        json.Writer.WriteEndArray();
    }

    private static void Write(ExportJson json, Citation citation, RecordMaterial material)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("@type", "Role");
        writer.WriteString("roleName", SchemaExport.Word(citation.Stance));
        var reading = ((string?[])
        [
            citation.About == CitedPart.All ? null : $"about {SchemaExport.Word(citation.About)}",
            citation.ConsultedOn is { } consulted ? $"consulted {consulted}" : null,
            citation.Extent is { } extent ? $"read: {SchemaExport.Word(extent)}" : null,
            citation.Quote is not { } words ? null : words.IsErased ? "quoted words erased" : $"quote {SchemaExport.Word(words.State).Replace('-', ' ')}",
        ]).OfType<string>().ToArray();
        if (reading.Length > 0)
            writer.WriteString("description", string.Join("; ", reading));
        writer.WritePropertyName("citation");
        if (citation.Quote?.Exact is { } exact)
        {
            writer.WriteStartObject();
            writer.WriteString("@type", "Quotation");
            writer.WriteString("text", exact);
            writer.WritePropertyName("isPartOf");
            WriteSource(json, citation.Source, material);
            writer.WriteEndObject();
        }
        else
        {
            WriteSource(json, citation.Source, material);
        }

        writer.WriteEndObject();
    }

    private static void WriteSource(ExportJson json, string id, RecordMaterial material)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("@type", "CreativeWork");
        writer.WriteString("@id", material.Iris.InFull(ExportIris.Source(id)));
        writer.WriteString("identifier", id);
        if (material.Find(id) is { } source)
            WriteDescription(json, source, material);
        else if (material.Sources.GetValueOrDefault(id)?.Withheld is { } withheld)
            writer.WriteString("conditionsOfAccess", ClosedText.Of(withheld));
        writer.WriteEndObject();
    }

    private static void WriteDescription(ExportJson json, Source source, RecordMaterial material)
    {
        var writer = json.Writer;
        var description = source.Description;
        writer.WriteString("name", description.ShownTitle());
        writer.WriteString("genre", SchemaExport.Word(description.Kind));
        json.Text("url", description.Url);
        json.Text("creditText", description.Author);
        json.Text("inLanguage", description.Language);
        json.Text("datePublished", PlainDate.Single(description.Published));
        json.Text("description", description.Note);
        if (description.Publisher is { } publisher)
            WriteNamed(json, "publisher", "Organization", publisher);
        if (description.Licence is { } licence)
            WriteNamed(json, "license", "CreativeWork", licence);
        if (description.Published is { } published && PlainDate.Single(published) is null)
        {
            writer.WriteStartObject("publication");
            writer.WriteString("@type", "PublicationEvent");
            writer.WriteString("description", $"EDTF {published.Edtf}");
            writer.WriteEndObject();
        }

        if (source.Origin is { } origin)
        {
            writer.WriteStartObject("isBasedOn");
            writer.WriteString("@type", "CreativeWork");
            writer.WriteString("@id", material.Iris.InFull(ExportIris.Source(origin.Source)));
            writer.WriteEndObject();
        }

        if (source.Captures is { Count: > 0 } captures)
        {
            writer.WriteStartArray("encoding");
            foreach (var capture in captures)
                WriteCapture(json, source, capture);
            writer.WriteEndArray();
        }
    }

    private static void WriteNamed(ExportJson json, string property, string type, string name)
    {
        json.Writer.WriteStartObject(property);
        json.Writer.WriteString("@type", type);
        json.Writer.WriteString("name", name);
        json.Writer.WriteEndObject();
    }

    private static void WriteCapture(ExportJson json, Source source, Capture capture)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("@type", "MediaObject");
        writer.WriteString("@id", ExportIris.Digest(capture.Digest));
        writer.WriteString("sha256", capture.Digest);
        writer.WriteString("encodingFormat", capture.MediaType);
        writer.WriteString("contentSize", $"{capture.Length.ToString(CultureInfo.InvariantCulture)} B");
        writer.WriteString("dateCreated", RecordedTime.Format(capture.CapturedAt));
        json.Text("contentUrl", capture.OriginalUrl);
        json.Text("description", ErasedContent.IsErased(source, capture) ? "erased" : null);
        writer.WriteEndObject();
    }
}
