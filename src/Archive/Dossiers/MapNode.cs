namespace Archive.Dossiers;

/// <summary>Named fields, each name once.</summary>
internal sealed record MapNode(DossierPlace At, IReadOnlyList<MapField> Fields) : DossierNode(At)
{
    public static MapNode Of(params IEnumerable<MapField?> fields) => new(DossierPlace.Nowhere, fields.OfType<MapField>().ToArray());

    public DossierNode? this[string name] => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>These fields with some of them replaced or added; one that is set to nothing is left out.</summary>
    public MapNode With(MapNode changes) => this with
    {
        Fields = Fields.Where(field => changes[field.Name] is null)
            .Concat(changes.Fields.Where(field => field.Value is not TextNode { Value: null }))
            .ToArray(),
    };

    public MapNode Without(params IEnumerable<string> names) => this with { Fields = Fields.Where(field => !names.Contains(field.Name, StringComparer.Ordinal)).ToArray() };
}
