namespace Archive.Dossiers;

/// <summary>The sections of a dossier, gathered from its files.</summary>
internal sealed class SectionReader(DossierErrors errors)
{
    private static readonly string[] Lists = ["authorities", "sources", "claims", "changes"];

    private readonly Dictionary<string, List<MapNode>> _items = Lists.ToDictionary(name => name, _ => new List<MapNode>(), StringComparer.Ordinal);

    /// <summary>The one record; null where it is missing.</summary>
    public MapNode? Record { get; private set; }

    public IReadOnlyList<MapNode> this[string section] => _items[section];

    public void Read(IEnumerable<DossierNode> roots)
    {
        foreach (var root in roots)
        {
            if (root is MapNode file)
                ReadFile(file);
            else
                errors.Add(root.At, $"A file of a dossier begins with one of its sections: record, {string.Join(", ", Lists)}.");
        }
        if (Record is null && !errors.Any)
            errors.Add(DossierPlace.Nowhere, "The dossier has no 'record'. Add one with at least its id and title.");
    }

    private void ReadFile(MapNode file)
    {
        foreach (var field in file.Fields)
        {
            if (field.Name == "record")
                ReadRecord(field);
            else if (_items.TryGetValue(field.Name, out var items))
                ReadList(field, items);
            else if (field.Name != "$schema")
                errors.Add(field.At, $"A dossier has no section '{FieldReader.Shown(field.Name)}'.{Nearest.Hint(field.Name, [.. Lists, "record"])} Its sections are: record, {string.Join(", ", Lists)}.");
        }
    }

    private void ReadRecord(MapField field)
    {
        if (field.Value is not MapNode record)
            errors.Add(field.Value.At, "'record' has fields of its own: at least id and title.");
        else if (Record is not null)
            errors.Add(field.At, $"A dossier has one record, and '{Record.At}' has it. Put this one into a dossier of its own.");
        else
            Record = record;
    }

    private void ReadList(MapField field, List<MapNode> items)
    {
        if (field.Value is TextNode { Value: null })
            return;
        if (field.Value is not ListNode list)
        {
            errors.Add(field.Value.At, $"'{field.Name}' is a list: begin each of its items with '- '.");
            return;
        }
        foreach (var item in list.Items)
        {
            if (item is MapNode map)
                items.Add(map);
            else
                errors.Add(item.At, $"Each item of '{field.Name}' has named fields, such as '- id: …'.");
        }
    }
}
