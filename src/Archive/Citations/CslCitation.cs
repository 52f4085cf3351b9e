using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archive.Citations;

/// <summary>
/// A citation in CSL-JSON 1.0.2: a list of one item. Readers of CSL take some HTML in a title for markup, and character references for characters: so <c>&lt;</c> and
/// <c>&amp;</c> of a title are written as such references.
/// </summary>
public static class CslCitation
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(RecordCitation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var at = citation.RecordedAt.UtcDateTime;
        return new JsonArray(new JsonObject
        {
            ["id"] = citation.Reference,
            ["type"] = "document",
            ["title"] = Escaped(CitationLine.TitleOf(citation)),
            ["archive"] = Escaped(citation.Log),
            ["archive_location"] = citation.Reference,
            ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(at.Year, at.Month, at.Day)) },
            ["note"] = Escaped(CitationLine.Rest(citation)),
        }).ToJsonString(Readable) + "\n";
    }

    private static string Escaped(string text) => text.Replace("&", "&#38;", StringComparison.Ordinal).Replace("<", "&#60;", StringComparison.Ordinal);
}
