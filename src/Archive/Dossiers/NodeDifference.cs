namespace Archive.Dossiers;

/// <summary>What has to be set to come from some fields to others.</summary>
internal static class NodeDifference
{
    /// <summary>The fields that differ, with their new values; nothing where they are removed.</summary>
    public static MapNode Between(MapNode before, MapNode after) => MapNode.Of(
        before.Fields.Select(field => field.Name).Union(after.Fields.Select(field => field.Name), StringComparer.Ordinal)
            .Where(name => Text(before[name]) != Text(after[name]))
            .Select(name => MapField.Of(name, after[name] ?? new TextNode(DossierPlace.Nowhere, null))));

    private static string? Text(DossierNode? node) => node is null ? null : YamlText.WriteFlow(node);
}
