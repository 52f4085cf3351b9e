namespace Archive.Dossiers;

/// <summary>Collects the fields of a map; a name that comes twice is an error, and the first counts.</summary>
internal sealed class MapFields(DossierErrors errors)
{
    /// <summary>More than any map of a dossier has: a file that is none could have a million.</summary>
    private const int Few = 24;

    private readonly List<MapField> _all = [];
    private Dictionary<string, MapField>? _many;

    public IReadOnlyList<MapField> All => _all;

    public void Add(string name, DossierPlace at, DossierNode value)
    {
        if (Find(name) is { } first)
        {
            errors.Add(at, $"'{name}' stands twice here, first in line {first.At.Line}. Keep one of the two.");
            return;
        }

        var field = new MapField(name, at, value);
        _all.Add(field);
        if (_all.Count == Few)
            _many = _all.ToDictionary(known => known.Name, StringComparer.Ordinal);
        else
            _many?.Add(name, field);
    }

    private MapField? Find(string name) => _many is not null ? _many.GetValueOrDefault(name) : _all.Find(field => field.Name == name);
}
