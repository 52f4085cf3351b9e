using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Ledger;

namespace Archive.Domain.Events;

/// <summary>
/// Brings events of former versions into their present form, one step a version, on the JSON. The stored bytes stay as they are, and digests
/// are taken of those.
/// </summary>
internal static class Upcaster
{
    private static readonly Dictionary<string, (string Next, Action<JsonObject> Change)> Steps = new(StringComparer.Ordinal)
    {
        ["source-origin-established.v1"] = ("source-origin-established.v2", OriginBecameAnObject),
    };

    public static IReadOnlyCollection<string> FormerNames => Steps.Keys;

    /// <summary>The stored name that an event of a former version has now; a name that has no former version is its own.</summary>
    public static string PresentNameOf(string name)
    {
        while (Steps.TryGetValue(name, out var step))
            name = step.Next;
        return name;
    }

    public static bool TryUpcast(
        string name, ReadOnlySpan<byte> data, out string present, [NotNullWhen(true)] out JsonObject? upcast)
    {
        present = name;
        upcast = null;
        if (!Steps.ContainsKey(name))
            return false;
        // A JsonNode finds duplicate members, broken UTF-8 and half characters only when they are touched, and then throws what is no JsonException.
        if (!CanonicalJson.TryCanonicalize(data, out _, out var error))
            throw new JsonException(error.Message);
        upcast = JsonNode.Parse(data) as JsonObject ?? throw new JsonException("A JSON object was expected.");
        while (Steps.TryGetValue(present, out var step))
        {
            step.Change(upcast);
            present = step.Next;
        }

        return true;
    }

    /// <summary>In version 1 the origin was an id alone, and always certain.</summary>
    private static void OriginBecameAnObject(JsonObject data)
    {
        var origin = data["origin"]?.GetValueKind() == JsonValueKind.String
            ? data["origin"]!.GetValue<string>()
            : throw new JsonException("The origin of a source-origin-established.v1 is the id of a source.");
        data["origin"] = new JsonObject { ["source"] = origin, ["likely"] = false };
    }
}
