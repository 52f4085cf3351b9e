using System.Text.Json.Nodes;

namespace Archive.Tests.Events;

/// <summary>Every way to spoil a document in one place: a member left out or added, or a value replaced by one of another type or form.</summary>
internal static class Mutations
{
    private static readonly string[] Values =
        ["null", "true", "0", "-1", "7", "1.5", "2147483647", "2147483648", "1e400", "\"\"", "\"no-such-word\"", "\"1\"", "\"\\u0000\"", "[]", "[null]", "{}", "{\"kind\":\"arrival\"}"];

    public static IEnumerable<(string What, string Json)> Of(JsonNode document)
    {
        foreach (var (path, node) in Nodes(document, []))
        {
            var at = "/" + string.Join('/', path);
            foreach (var value in Values.Concat(Forms(node)))
                yield return ($"{at} = {value}", Changed(document, path, _ => JsonNode.Parse(value)));
            if (node is JsonArray)
                yield return ($"{at} + null", Changed(document, path, list => { list!.AsArray().Add((JsonNode?)null); return list; }));
            if (node is not JsonObject members)
                continue;
            foreach (var name in new[] { "unheard", "$id", "$type", "Words" })
                yield return ($"{at} + {name}", Changed(document, path, open => { open![name] = "arrival"; return open; }));
            foreach (var name in members.Select(member => member.Key))
                yield return ($"{at} - {name}", Changed(document, path, open => { open!.AsObject().Remove(name); return open; }));
        }
    }

    private static IEnumerable<string> Forms(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
            return [];
        var pascal = string.Concat(text.Split('-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return new[] { text.ToUpperInvariant(), text.ToLowerInvariant(), pascal, text + " ", $"{text},{text}", "\n" + text }
            .Distinct().Where(form => form != text).Select(form => JsonValue.Create(form)!.ToJsonString());
    }

    private static IEnumerable<(object[] Path, JsonNode? Node)> Nodes(JsonNode? node, object[] path) => (node switch
    {
        JsonObject members => members.SelectMany(member => Nodes(member.Value, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, i) => Nodes(item, [.. path, i])),
        _ => [],
    }).Prepend((path, node));

    private static string Changed(JsonNode document, object[] path, Func<JsonNode?, JsonNode?> change)
    {
        var copy = document.DeepClone();
        if (path.Length == 0)
            return change(copy)?.ToJsonString() ?? "null";
        var parent = path[..^1].Aggregate(copy, Child);
        var changed = change(Child(parent, path[^1]));
        if (changed is { Parent: not null })
            return copy.ToJsonString();
        if (path[^1] is string name)
            parent[name] = changed;
        else
            parent[(int)path[^1]] = changed;
        return copy.ToJsonString();
    }

    private static JsonNode Child(JsonNode node, object step) => (step is string name ? node[name] : node[(int)step])!;
}
