using System.Globalization;
using System.Text.Json;
using Archive.Claims;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Ledger;
using Archive.Domain.Sources;

namespace Archive.Exports.Annotations;

/// <summary>
/// The anchored quotes of a record as W3C Web Annotations, in one page of a collection. Words that were transcribed unseen are not among them: there is
/// nothing that they could be found in; the collection says how many they are.
/// </summary>
internal sealed class AnnotationsExport : IRecordExport
{
    public async Task WriteAsync(RecordMaterial material, ExportOutput output)
    {
        using var json = new ExportJson(output);
        var writer = json.Writer;
        var collection = material.Iris.InFull($"{ExportIris.Snapshot(material.Record.State.Id, material.Moment.Entry)}/quotes");
        writer.WriteStartObject();
        WriteContext(writer);
        writer.WriteString("id", collection);
        writer.WriteString("type", "AnnotationCollection");
        writer.WriteString("label", $"Quotes of {material.Record.State.Id}@{material.Moment.Entry.ToString(CultureInfo.InvariantCulture)}");
        writer.WriteStartObject("first");
        writer.WriteString("id", $"{collection}/page/1");
        writer.WriteString("type", "AnnotationPage");
        writer.WriteString("partOf", collection);
        writer.WriteNumber("startIndex", 0);
        writer.WriteStartArray("items");
        var (anchored, unseen, closed) = (0, 0, 0);
        await foreach (var past in material.ClaimsAsync())
        {
            closed += past.Current.Withheld is null ? past.Current.WithheldQuotes?.Count ?? 0 : 1;
            foreach (var citation in past.Current.State.Citations.Where(citation => citation.Quote is not null))
            {
                var quote = citation.Quote!;
                if (quote.Capture is null)
                {
                    unseen++;
                    continue;
                }

                if (Captured(material, citation) is not { } capture)
                {
                    closed++;
                    continue;
                }

                anchored++;
                WriteAnnotation(writer, material, past, citation, quote, capture);
            }

            await json.SendAsync();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteNumber("total", anchored);
        writer.WriteNumber(ExportIris.Term("transcribedUnseen"), unseen);
        if (closed > 0)
            writer.WriteNumber(ExportIris.Term("withheld"), closed);
        writer.WriteString(ExportIris.Term("snapshotDigest"), material.Digest);
        writer.WriteEndObject();
        await json.EndAsync();
    }

    private static void WriteContext(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("@context");
        writer.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
        writer.WriteStartObject();
        writer.WriteString(ExportIris.TermsPrefix, ExportIris.Terms);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static Capture? Captured(RecordMaterial material, Citation citation) =>
        material.Find(citation.Source)?.Captures?.FirstOrDefault(capture => capture.Digest == citation.Quote!.Capture);

    private static void WriteAnnotation(Utf8JsonWriter writer, RecordMaterial material, ClaimPast past, Citation citation, Quote quote, Capture capture)
    {
        var claim = past.Current.State;
        var first = FirstWith(past, citation);
        writer.WriteStartObject();
        writer.WriteString("id", material.Iris.InFull($"{ExportIris.Claim(claim.Id)}/citation/{citation.Number.ToString(CultureInfo.InvariantCulture)}"));
        writer.WriteString("type", "Annotation");
        writer.WriteString("motivation", "linking");
        writer.WriteString("created", RecordedTime.Format(first.Change.RecordedAt));
        WriteCreator(writer, material, past.Events[first.FromEntry].Actor);
        writer.WriteString(ExportIris.Term("stance"), JsonNamingPolicy.KebabCaseLower.ConvertName(citation.Stance.ToString()));
        WriteBody(writer, material, past.Current);
        WriteTarget(writer, material, citation, quote, capture);
        writer.WriteEndObject();
    }

    private static void WriteCreator(Utf8JsonWriter writer, RecordMaterial material, string actor)
    {
        var known = material.Actors.GetValueOrDefault(actor);
        writer.WriteStartObject("creator");
        writer.WriteString("id", material.Iris.InFull(ExportIris.Actor(actor)));
        if (known is not null)
            writer.WriteString("type", known.Kind switch { ActorKind.Person => "Person", ActorKind.Software => "Software", _ => "Organization" });
        if (known?.Name is { } name)
            writer.WriteString("name", name);
        writer.WriteEndObject();
    }

    /// <summary>The version with which the citation came as it is.</summary>
    private static ClaimVersion FirstWith(ClaimPast past, Citation citation)
    {
        var first = past.Current;
        foreach (var version in past.Versions.Reverse())
        {
            if (!version.State.Citations.Contains(citation))
                break;
            first = version;
        }

        return first;
    }

    /// <summary>The claim version that the words are quoted for.</summary>
    private static void WriteBody(Utf8JsonWriter writer, RecordMaterial material, ClaimVersion version)
    {
        var content = version.State.Content;
        writer.WriteStartObject("body");
        writer.WriteString("id", material.Iris.InFull(ExportIris.State(version.Stream, version.FromEntry)));
        writer.WriteString("type", "TextualBody");
        writer.WriteString("value", content.Says);
        writer.WriteString("format", "text/plain");
        if (content.Language is not null)
            writer.WriteString("language", content.Language);
        if (ErasedContent.IsErased(content))
            writer.WriteBoolean(ExportIris.Term("erased"), true);
        writer.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter writer, RecordMaterial material, Citation citation, Quote quote, Capture capture)
    {
        writer.WriteStartObject("target");
        writer.WriteString("type", "SpecificResource");
        writer.WriteString("source", capture.OriginalUrl ?? material.Find(citation.Source)?.Description.Url ?? material.Iris.InFull(ExportIris.Source(citation.Source)));
        writer.WriteString(ExportIris.Term("cites"), material.Iris.InFull(ExportIris.Source(citation.Source)));
        writer.WriteStartObject("state");
        writer.WriteString("type", "TimeState");
        writer.WriteString("sourceDate", RecordedTime.Format(capture.CapturedAt));
        writer.WriteString("cached", ExportIris.Digest(capture.Digest));
        writer.WriteEndObject();
        writer.WriteStartArray("selector");
        if (!quote.IsErased)
            WriteWords(writer, quote);
        if (quote.Position is { } position)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "TextPositionSelector");
            writer.WriteNumber("start", position.Start);
            writer.WriteNumber("end", position.End);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (quote.IsErased)
            writer.WriteBoolean(ExportIris.Term("erased"), true);
        writer.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter writer, Quote quote)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "TextQuoteSelector");
        writer.WriteString("exact", quote.Exact);
        if (quote.Prefix is not null)
            writer.WriteString("prefix", quote.Prefix);
        if (quote.Suffix is not null)
            writer.WriteString("suffix", quote.Suffix);
        writer.WriteEndObject();
    }
}
