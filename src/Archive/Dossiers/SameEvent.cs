using System.Text.Json.Nodes;
using Archive.Domain;
using Archive.Domain.Events;

namespace Archive.Dossiers;

/// <summary>Whether two events say the same. What was derived from a date does not count: newer zone data may derive otherwise; nor does where words are kept.</summary>
internal static class SameEvent
{
    public static bool Says(IArchiveEvent one, IArchiveEvent other) =>
        one.GetType() == other.GetType() && (one.Equals(other) || JsonNode.DeepEquals(WithoutBounds(one), WithoutBounds(other)));

    private static JsonNode WithoutBounds(IArchiveEvent happened)
    {
        var json = JsonNode.Parse(EventCatalogue.Serialize(happened))!;
        Remove(json);
        return json;
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
            map.Remove("kept");
            foreach (var (_, value) in map)
                Remove(value);
        }
    }
}
