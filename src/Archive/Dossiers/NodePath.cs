using System.Globalization;
using System.Text.Json;

namespace Archive.Dossiers;

/// <summary>Finds the place in a dossier that a command's property came from.</summary>
internal static class NodePath
{
    /// <summary>Parts of commands that are no fields of their own in a dossier.</summary>
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "content", "description", "correction", "particulars" };

    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["occurred"] = ["when"],
        ["edtf"] = ["date"],
        ["citations"] = ["cites"],
        ["place"] = ["where"],
        ["outcome"] = ["as"],
        ["rank"] = ["as"],
        ["origin"] = ["origin", "repeats"],
        ["number"] = ["number", "citation"],
    };

    /// <param name="item">The item of the dossier.</param>
    /// <param name="property">A path such as <c>Content.Occurred.edtf</c> or <c>Citations[0].Phrase</c>.</param>
    public static DossierPlace Find(MapNode item, string property)
    {
        DossierNode node = item;
        var at = item.At;
        var isDate = false;
        foreach (var segment in property.Split('.', '['))
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(segment.TrimEnd(']'));
            if (Wrappers.Contains(name))
                continue;
            if (Step(node, item, name, isDate) is not { } found)
                continue;
            (node, at) = found;
            isDate = name is "occurred";
        }
        return at;
    }

    private static (DossierNode Node, DossierPlace At)? Step(DossierNode node, MapNode item, string name, bool isDate)
    {
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return node is ListNode list && index < list.Items.Count ? (list.Items[index], list.Items[index].At) : null;
        // A claim's clock and zone stand beside its date.
        foreach (var map in isDate ? [node as MapNode, item, item["set"] as MapNode] : new[] { node as MapNode, ReferenceEquals(node, item) ? item["set"] as MapNode : null })
        {
            foreach (var alias in Names.GetValueOrDefault(name, [name]))
            {
                if (map?.Fields.FirstOrDefault(field => field.Name == alias) is { } field)
                    return (field.Value, field.Value.At == DossierPlace.Nowhere ? field.At : field.Value.At);
            }
        }
        return null;
    }
}
