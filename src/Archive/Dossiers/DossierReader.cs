using Archive.Authorities;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Records;
using Archive.Claims;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>Reads a dossier and notes everything that is wrong with it. Pure but for reading the files: it asks no archive.</summary>
internal sealed class DossierReader
{
    private readonly string? _folder;
    private readonly DossierErrors _errors;
    private readonly SectionReader _sections;
    private readonly DossierIndex _index;

    private DossierReader(DossierErrors errors, string? folder)
    {
        _folder = folder;
        _errors = errors;
        _sections = new SectionReader(errors);
        _index = new DossierIndex(errors);
    }

    /// <returns>The dossier; null where anything was noted.</returns>
    public static Dossier? Read(string path, DossierErrors errors) =>
        Read(DossierFiles.Read(path, errors), errors, Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <param name="roots">What its files hold.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="folder">Where the files of its captures are; null where it can bring none.</param>
    public static Dossier? Read(IEnumerable<DossierNode> roots, DossierErrors errors, string? folder = null)
    {
        var reader = new DossierReader(errors, folder);
        reader._sections.Read(roots);
        var items = reader.ReadItems();
        ShapeRules.Check(items, errors);
        return errors.Any ? null : new Dossier(reader._index.Record, items, reader._index.Elsewhere);
    }

    private List<DossierItem> ReadItems()
    {
        Announce();
        var authorities = _sections["authorities"].Select(ReadAuthority).ToArray();
        var sources = _sections["sources"].Select(ReadSource).ToArray();
        var captures = sources.SelectMany(source => source.Captures).ToLookup(item => item.Stream, StringComparer.Ordinal);
        var record = _sections.Record is { } node ? ReadRecord(node) : null;
        var claims = new ClaimReader(_index, _errors);
        var first = _sections["claims"].Select(claims.Read).OfType<DossierItem>().ToArray();
        var changes = new ChangeReader(_index, _errors, claims.Kinds);
        return
        [
            .. authorities,
            .. Precedence.Order(sources.Select(source => (source.Item, source.After)), "source", "repeats", _errors).SelectMany(item => captures[item.Stream].Prepend(item)),
            .. record is null ? Array.Empty<DossierItem>() : [record],
            .. Precedence.Order(first.Select(item => (item, claims.After(item))), "claim", "is derived from", _errors),
            .. _sections["changes"].Select(changes.Read).OfType<DossierItem>(),
        ];
    }

    /// <summary>What can be named from anywhere in the dossier.</summary>
    private void Announce()
    {
        if (_sections.Record is { } record)
        {
            _index.Record = record["id"] is TextNode { Value: { } id } && ArchiveId.IsValid(id) ? id : DossierIndex.StandIn;
            _index.Zone = (record["zone"] as TextNode)?.Value;
        }
        foreach (var authority in _sections["authorities"].Where(node => node["id"] is TextNode { Value: not null }))
        {
            var named = ((TextNode)authority["id"]!).Value!;
            _index.AddAuthority(named, authority.At);
            foreach (var name in AuthorityFields.NamesOf(authority))
                _index.AddName(named, name);
        }
        foreach (var source in _sections["sources"])
            _index.AddSource((source["id"] as TextNode)?.Value ?? "", source.At);
        foreach (var claim in _sections["claims"])
            _index.AddClaim((claim["id"] as TextNode)?.Value ?? "", claim.At);
        if ((_sections.Record?["place"] as TextNode) is { Value: { } place } at)
            _index.Place = _index.Authority(place, at.At);
    }

    private DossierItem ReadAuthority(MapNode node)
    {
        var fields = new FieldReader(node, "An authority", _errors);
        var (id, kind) = (fields.RequiredId("id"), fields.RequiredChoice<AuthorityKind>("kind"));
        var (description, decided) = (AuthorityFields.Read(fields, _errors), fields.Text("decided"));
        fields.Done();
        return new DossierItem(
            StreamName.OfAuthority(id), DossierItem.First, node, (context, _, _) => new EstablishAuthority(context, id, kind, description, decided));
    }

    private (DossierItem Item, string[] After, DossierItem[] Captures) ReadSource(MapNode node)
    {
        var fields = new FieldReader(node, "A source", _errors);
        var id = fields.RequiredId("id");
        var draft = SourceFields.Read(fields, _errors);
        var origin = SourceFields.ReadOrigin(fields, "origin", _index, _errors);
        var decided = fields.Text("decided");
        var captures = fields.List("captures").Select(capture => ReadCapture(id, capture)).OfType<DossierItem>().ToArray();
        fields.Done();
        var item = new DossierItem(
            StreamName.OfSource(id), DossierItem.First, node, (context, _, _) => new RegisterSource(context, id, draft, origin, decided));
        return (item, origin is null ? [] : [StreamName.OfSource(origin.Source)], captures);
    }

    private DossierItem? ReadCapture(string source, DossierNode node)
    {
        if (node is not MapNode map)
        {
            _errors.Add(node.At, "A capture has named fields: at least file, captured-at and captured-by.");
            return null;
        }

        var fields = new FieldReader(map, "A capture", _errors);
        var file = fields.RequiredText("file");
        var bytes = file.Length == 0 ? null : CaptureFile.Find(_folder, file, fields.PlaceOf("file"), _errors);
        var draft = CaptureFields.Read(fields, _errors);
        var (words, decided) = (fields.Text("words"), fields.Text("decided"));
        fields.Done();
        return bytes is null
            ? null
            : new DossierItem(StreamName.OfSource(source), DossierItem.Capture, map, (context, _, _) => new CaptureSource(context, source, draft, bytes, words, decided));
    }

    private DossierItem ReadRecord(MapNode node)
    {
        var fields = new FieldReader(node, "A record", _errors);
        var id = fields.RequiredId("id");
        var draft = RecordFields.Read(fields, _index, _errors);
        fields.Find("place");
        var decided = fields.Text("decided");
        fields.Done();
        return new DossierItem(StreamName.OfRecord(id), DossierItem.First, node, (context, _, _) => new OpenRecord(context, id, draft, decided));
    }
}
