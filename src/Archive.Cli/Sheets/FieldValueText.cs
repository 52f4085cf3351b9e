using System.Text.Json.Nodes;
using Archive.Cli.Display;

namespace Archive.Cli.Sheets;

/// <summary>The value of a field in words: a date as it was written, a list an item a line, a citation or dispute as a person would note it.</summary>
internal static class FieldValueText
{
    public static IReadOnlyList<string> Lines(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => [.. list.Select(Of)],
        _ => [Of(value)],
    };

    private static string Of(JsonNode? value) => value switch
    {
        JsonObject date when date.ContainsKey("edtf") => Words(date, "edtf", "clock", "zone"),
        JsonObject citation when citation.ContainsKey("source") && citation.ContainsKey("stance") => Citation(citation),
        JsonObject dispute when dispute.ContainsKey("question") => Dispute(dispute),
        JsonObject retraction when retraction.ContainsKey("words") && retraction.ContainsKey("reason") => $"{retraction["reason"]}: {retraction["words"]}",
        JsonObject words when words.ContainsKey("text") => $"{words["text"]} ({words["language"]})",
        JsonObject document when document["titles"] is JsonArray titles => string.Join(" | ", titles.Select(Of)),
        JsonValue single => single.ToString(),
        null => "",
        _ => value.ToJsonString(CliJson.OneLine),
    };

    private static string Citation(JsonObject citation)
    {
        var about = $"{citation["about"]}";
        var text = $"[{citation["number"]}] {citation["stance"]}{(about is "all" ? "" : $" ({about})")} {citation["source"]}";
        if (citation["quote"] is JsonObject quote)
            text += Quote(quote);
        if (citation["consultedOn"] is { } consulted)
            text += $", consulted {consulted}";
        return citation["extent"] is { } extent ? $"{text}, read: {extent}" : text;
    }

    private static string Quote(JsonObject quote)
    {
        var words = quote["exact"] is { } exact ? $" “{exact}”" : " [words erased]";
        return quote["capture"] is { } capture ? $"{words} (at {quote["position"]?["start"]}-{quote["position"]?["end"]}, capture {QuoteText.Short($"{capture}")})" : words;
    }

    private static string Dispute(JsonObject dispute)
    {
        var versions = (dispute["versions"] as JsonArray ?? []).Select((version, i) => $"{i + 1}. {version?["says"]} [{Sources(version?["citations"])}]");
        var text = $"dispute {dispute["number"]}: {dispute["question"]} {string.Join(" ", versions)}";
        return dispute["resolution"] is JsonObject resolution
            ? $"{text}; ended as {Words(resolution, "outcome", "version")}: {resolution["words"]}"
            : $"{text}; open";
    }

    private static string Sources(JsonNode? citations) => string.Join(", ", (citations as JsonArray ?? []).Select(citation => $"{citation?["source"]}"));

    private static string Words(JsonObject value, params ReadOnlySpan<string> members)
    {
        var words = new List<string>();
        foreach (var member in members)
        {
            if (value[member] is { } word)
                words.Add(word.ToString());
        }

        return string.Join(' ', words);
    }
}
