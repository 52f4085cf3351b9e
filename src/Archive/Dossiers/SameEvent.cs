using System.Text.Json.Nodes;
using Archive.Domain;
using Archive.Domain.Events;

namespace Archive.Dossiers;

/// <summary>
/// Whether two events say the same. What was derived from a date does not count: newer zone data may derive otherwise; nor does where words are kept, or
/// where in a capture they were found: a dossier has the words alone. A quote whose words were erased is taken for the one that the dossier still has.
/// </summary>
internal static class SameEvent
{
    public static bool Says(IArchiveEvent one, IArchiveEvent other) =>
        one.GetType() == other.GetType() && (one.Equals(other) || SayTheSame(WithoutBounds(one), WithoutBounds(other)));

    private static bool SayTheSame(JsonNode one, JsonNode other)
    {
        ForgetErased(one, other);
        return JsonNode.DeepEquals(one, other);
    }

    private static JsonNode WithoutBounds(IArchiveEvent happened)
    {
        var json = JsonNode.Parse(EventCatalogue.Serialize(happened))!;
        Remove(json);
        return json;
    }

    /// <summary>Whether a claim's content is kept apart counts; under which digest does not.</summary>
    private static void KeepApart(JsonObject map)
    {
        if (map.Remove("kept") && map.ContainsKey("particulars"))
            map["kept"] = true;
    }

    private static void Remove(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Remove(item);
        }
        else if (node is JsonObject map)
        {
            map.Remove("bounds");
            KeepApart(map);
            if (map["quote"] is JsonObject quote)
            {
                foreach (var found in new[] { "state", "capture", "position" })
                    quote.Remove(found);
            }

            foreach (var (_, value) in map)
                Remove(value);
        }
    }
    private static void ForgetErased(JsonNode? one, JsonNode? other)
    {
        if (one is JsonArray items && other is JsonArray others)
        {
            for (var i = 0; i < Math.Min(items.Count, others.Count); i++)
                ForgetErased(items[i], others[i]);
        }
        else if (one is JsonObject map && other is JsonObject same)
        {
            if (map["quote"] is JsonObject { Count: 0 } || same["quote"] is JsonObject { Count: 0 })
            {
                map.Remove("quote");
                same.Remove("quote");
            }

            foreach (var (name, value) in map)
                ForgetErased(value, same[name]);
        }
    }
}
