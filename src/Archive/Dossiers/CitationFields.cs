using System.Globalization;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;

namespace Archive.Dossiers;

/// <summary>
/// Citations, written and read: <c>tass-arrival</c>, or <c>{icc-copy: "words read there"}</c>, or
/// <c>{source: wikipedia, stance: contradicts, about: when}</c>.
/// </summary>
internal static class CitationFields
{
    private const string Forms = "A citation is the id of a source, {id: \"words read there\"}, or {source: id, stance: …, about: …, phrase: …, prefix: …, suffix: …, at: …, capture: …, consulted-on: …, extent: …}.";

    private static readonly string[] LongNames = ["source", "stance", "about", "phrase", "prefix", "suffix", "at", "capture", "consulted-on", "extent"];

    public static ValueList<CitationDraft> ReadList(FieldReader fields, string name, DossierIndex index, DossierErrors errors, bool required = true)
    {
        if (required && fields.List(name).Count == 0)
            fields.Missing(name, " Name the sources that it rests on.");
        return fields.List(name).Select(node => Read(node, index, errors)).ToValueList();
    }

    public static CitationDraft Read(DossierNode node, DossierIndex index, DossierErrors errors)
    {
        switch (node)
        {
            case TextNode { Value: { } id }:
                return new CitationDraft(index.Source(id, node.At));
            case MapNode { Fields: [{ Value: TextNode { Value: { } phrase } } only] } when !LongNames.Contains(only.Name, StringComparer.Ordinal):
                return new CitationDraft(index.Source(only.Name, only.At), Phrase: phrase);
            case MapNode map when map["source"] is not null || map.Fields.Any(field => LongNames.Contains(field.Name, StringComparer.Ordinal)):
                var fields = new FieldReader(map, "A citation", errors);
                var citation = new CitationDraft(
                    index.Source(fields.RequiredText("source"), fields.PlaceOf("source")),
                    fields.Choice<Stance>("stance") ?? Stance.Supports,
                    fields.Choice<CitedPart>("about") ?? CitedPart.All,
                    fields.Text("phrase"),
                    fields.Text("consulted-on"),
                    fields.Choice<ConsultedExtent>("extent"),
                    fields.Text("prefix"),
                    fields.Text("suffix"),
                    ReadPosition(fields, errors),
                    fields.Text("capture"));
                fields.Done();
                return citation;
            default:
                errors.Add(node.At, Forms);
                return new CitationDraft("");
        }
    }

    /// <summary><c>at: 120-134</c>: in code points of the capture's text, from 0, the end not included.</summary>
    private static QuotePosition? ReadPosition(FieldReader fields, DossierErrors errors)
    {
        if (fields.Text("at") is not { } text)
            return null;
        if (text.Split('-') is [var start, var end]
            && long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from < to)
            return new QuotePosition(from, to);
        errors.Add(fields.PlaceOf("at"), $"'{FieldReader.Shown(text)}' is not a position: write where the words begin and end in the capture's text, such as 120-134.");
        return null;
    }

    public static DossierNode WriteList(IEnumerable<Citation> citations) => ListNode.Of(citations.Select(Write));

    public static DossierNode Write(Citation citation)
    {
        if (citation is { Stance: Stance.Supports, About: CitedPart.All, ConsultedOn: null, Extent: null })
        {
            // Words that were erased cannot be written; what they were quoted from still can.
            if (citation.Quote is not { Exact: { } exact })
                return TextNode.Of(citation.Source);
            if (citation.Quote is { Prefix: null, Suffix: null, Capture: null } && !LongNames.Contains(citation.Source, StringComparer.Ordinal))
                return MapNode.Of(MapField.Of(citation.Source, exact));
        }
        return MapNode.Of(
            MapField.Of("source", citation.Source),
            MapField.Of("stance", citation.Stance == Stance.Supports ? null : Words<Stance>.Of(citation.Stance)),
            MapField.Of("about", citation.About == CitedPart.All ? null : Words<CitedPart>.Of(citation.About)),
            MapField.Of("phrase", citation.Quote?.Exact),
            MapField.Of("prefix", citation.Quote?.Prefix),
            MapField.Of("suffix", citation.Quote?.Suffix),
            MapField.Of("at", citation.Quote is { Exact: not null, Position: { } position } ? string.Create(CultureInfo.InvariantCulture, $"{position.Start}-{position.End}") : null),
            MapField.Of("capture", citation.Quote is { Exact: not null, Capture: { } capture } ? capture : null),
            MapField.Of("consulted-on", citation.ConsultedOn),
            MapField.Of("extent", citation.Extent is { } extent ? Words<ConsultedExtent>.Of(extent) : null));
    }
}
