using Archive.Domain;

namespace Archive.Dossiers;

/// <summary>
/// What a dossier itself brings along, to look up what its parts name. What stands nowhere in the dossier came from the archive and is taken as
/// it is.
/// </summary>
internal sealed class DossierIndex(DossierErrors errors)
{
    /// <summary>Stands for what was not found, so that reading goes on; a dossier that needed it is never imported.</summary>
    public const string StandIn = "not-found";

    private readonly Dictionary<string, int> _authorities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);

    private readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal);

    /// <summary>Streams of other records that are named.</summary>
    public IReadOnlySet<string> Elsewhere => _elsewhere;

    /// <summary>Id of the record.</summary>
    public string Record { get; set; } = "";

    /// <summary>Zone of dates that name none.</summary>
    public string? Zone { get; set; }

    /// <summary>Place of claims that name none.</summary>
    public string? Place { get; set; }

    public void AddAuthority(string id, DossierPlace at) => Add(_authorities, "authority", id, at);

    public void AddSource(string id, DossierPlace at) => Add(_sources, "source", id, at);

    public void AddClaim(string id, DossierPlace at) => Add(_claims, "claim", id, at);

    public void AddName(string authority, string name)
    {
        if (!_named.TryGetValue(name, out var ids))
            _named[name] = ids = new HashSet<string>(StringComparer.Ordinal);
        ids.Add(authority);
    }

    /// <summary>An authority by its id, or by a name or alias that is one authority's alone.</summary>
    public string Authority(string named, DossierPlace at)
    {
        if (named.Length == 0 || errors.IsFull)
            return StandIn;
        if (_authorities.ContainsKey(named) || at == DossierPlace.Nowhere)
            return named;
        switch (_named.GetValueOrDefault(named)?.Order(StringComparer.Ordinal).ToArray())
        {
            case [var only]:
                return only;
            case { Length: > 1 } several:
                errors.Add(at, $"'{FieldReader.Shown(named)}' is a name of several authorities: {string.Join(", ", several)}. Write the id of the one that is meant.");
                return StandIn;
            default:
                errors.Add(at, $"There is no authority '{FieldReader.Shown(named)}' in this dossier.{Nearest.Hint(named, _authorities.Keys.Concat(_named.Keys))} Add it to 'authorities', or write another id.");
                return StandIn;
        }
    }

    public string Source(string id, DossierPlace at) => Known(_sources, "source", "sources", id, at);

    /// <summary>The full id of a claim of this dossier.</summary>
    public string Claim(string local, DossierPlace at) => $"{Record}/{Known(_claims, "claim", "claims", Local(local), at)}";

    /// <summary>The full id of a claim of this dossier or, written with its record, of another.</summary>
    public string AnyClaim(string id, DossierPlace at)
    {
        if (!id.Contains('/', StringComparison.Ordinal) || Local(id) != id)
            return Claim(id, at);
        if (!ArchiveId.IsValidClaim(id))
            errors.Add(at, $"'{FieldReader.Shown(id)}' is not the id of a claim: write the claim's own id, or record/claim for one of another record.");
        else
            _elsewhere.Add(StreamName.OfClaim(id));
        return id;
    }

    private string Local(string id) => id.StartsWith(Record + "/", StringComparison.Ordinal) ? id[(Record.Length + 1)..] : id;

    private void Add(Dictionary<string, int> ids, string what, string id, DossierPlace at)
    {
        if (id.Length > 0 && !ids.TryAdd(id, at.Line))
            errors.Add(at, $"The {what} '{FieldReader.Shown(id)}' stands twice, first in line {ids[id]}. Give this one another id, or leave it out.");
    }

    private string Known(Dictionary<string, int> ids, string what, string section, string id, DossierPlace at)
    {
        if (ids.ContainsKey(id) || at == DossierPlace.Nowhere)
            return id;
        if (id.Length > 0 && !errors.IsFull)
            errors.Add(at, $"There is no {what} '{FieldReader.Shown(id)}' in this dossier.{Nearest.Hint(id, ids.Keys)} Add it to '{section}', or write another id.");
        return StandIn;
    }
}
