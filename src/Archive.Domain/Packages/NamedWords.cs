using System.Text.Json;
using Archive.Domain.Evidence;

namespace Archive.Domain.Packages;

/// <summary>What stored JSON names by salted digests: words that are kept apart, and quotes among them. Found in the JSON, so that no event's type is asked.</summary>
public static class NamedWords
{
    /// <param name="json">An event's data, or kept content.</param>
    /// <param name="digests">Takes every salted digest that stands under <c>kept</c>, or in the object there.</param>
    /// <param name="quotes">Takes the quotes that were found in captures.</param>
    public static void Find(JsonElement json, Action<string> digests, Action<NamedQuote> quotes)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                Find(item, digests, quotes);
        }

        if (json.ValueKind != JsonValueKind.Object)
            return;
        var kept = json.TryGetProperty("kept", out var named) ? DigestOf(named) : null;
        if (kept is not null)
            digests(kept);
        if (Text(json, "capture") is { } capture && (kept is not null || Text(json, "exact") is not null))
            quotes(new NamedQuote(capture, PositionOf(json), kept, WordsOf(json)));
        foreach (var member in json.EnumerateObject())
            Find(member.Value, digests, quotes);
    }

    /// <summary>The words of a quote as they are kept; null where this is no such content.</summary>
    public static TextSelector? WordsOf(JsonElement content) =>
        content.ValueKind == JsonValueKind.Object && Text(content, "exact") is { } exact ? new TextSelector(exact, Text(content, "prefix"), Text(content, "suffix")) : null;

    private static string? DigestOf(JsonElement named) => named.ValueKind switch
    {
        JsonValueKind.String => named.GetString(),
        JsonValueKind.Object => Text(named, "digest"),
        _ => null,
    };

    private static QuotePosition? PositionOf(JsonElement json) =>
        json.TryGetProperty("position", out var position) && position.ValueKind == JsonValueKind.Object
        && position.TryGetProperty("start", out var start) && start.ValueKind == JsonValueKind.Number && start.TryGetInt64(out var from)
        && position.TryGetProperty("end", out var end) && end.ValueKind == JsonValueKind.Number && end.TryGetInt64(out var to) ? new QuotePosition(from, to) : null;

    private static string? Text(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
