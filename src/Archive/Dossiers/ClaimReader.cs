using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Dossiers;

/// <summary>Reads claims in their first version.</summary>
internal sealed class ClaimReader(DossierIndex index, DossierErrors errors)
{
    private readonly Dictionary<string, ClaimKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<DossierItem, string[]> _after = new(ReferenceEqualityComparer.Instance);

    /// <summary>The kinds of the claims that were read, by their full ids.</summary>
    public IReadOnlyDictionary<string, ClaimKind> Kinds => _kinds;

    /// <summary>The streams of the claims that one was inferred from.</summary>
    public string[] After(DossierItem claim) => _after[claim];

    public DossierItem? Read(MapNode node)
    {
        var header = new FieldReader(node, "A claim", errors);
        var id = $"{index.Record}/{header.RequiredId("id")}";
        if (!header.Has("kind"))
        {
            header.Missing("kind", $" Write one of {string.Join(", ", Words<ClaimKind>.All)}.");
            return null;
        }
        if (header.Choice<ClaimKind>("kind") is not { } kind)
            return null;

        var fields = new FieldReader(node, Named(kind), errors);
        fields.Find("id");
        fields.Find("kind");
        var place = node["where"] is TextNode { Value: null } ? null : index.Place;
        var draft = ClaimFields.Read(kind, fields, place, index, errors);
        var cites = CitationFields.ReadList(fields, "cites", index, errors);
        var decided = fields.Text("decided");
        var sensitive = fields.Flag("sensitive");
        fields.Done();

        _kinds[id] = kind;
        var item = new DossierItem(
            StreamName.OfClaim(id), DossierItem.First, node, (context, _, _) => new RecordClaim(context, id, draft, cites, decided, sensitive ? true : null));
        _after[item] = (draft.DerivedFrom ?? []).Select(StreamName.OfClaim).ToArray();
        return item;
    }

    public static string Named(ClaimKind kind) => $"{(kind == ClaimKind.Arrival ? "An" : "A")} {Words<ClaimKind>.Of(kind)}";
}
