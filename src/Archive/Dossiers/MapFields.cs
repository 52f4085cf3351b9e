namespace Archive.Dossiers;

/// <summary>Collects the fields of a map; a name that comes twice is an error, and the first counts.</summary>
internal sealed class MapFields(DossierErrors errors)
{
    private readonly List<MapField> _all = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public IReadOnlyList<MapField> All => _all;

    public void Add(string name, DossierPlace at, DossierNode value)
    {
        if (_lines.TryAdd(name, at.Line))
            _all.Add(new MapField(name, at, value));
        else
            errors.Add(at, $"'{name}' stands twice here, first in line {_lines[name]}. Keep one of the two.");
    }
}
