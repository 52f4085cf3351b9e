using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Dossiers;

/// <summary>What a claim's kind adds, written and read.</summary>
internal static class ParticularsFields
{
    public static Particulars Read(ClaimKind kind, FieldReader fields, string? place, DossierIndex index, DossierErrors errors)
    {
        var who = Authorities(fields, "who", index);
        var where = fields.Text("where") is { } named ? index.Authority(named, fields.PlaceOf("where")) : place;
        return kind switch
        {
            ClaimKind.Arrival => new Arrival(who, where, Authorities(fields, "met-by", index)),
            ClaimKind.Departure => new Departure(who, where, Authorities(fields, "seen-off-by", index)),
            ClaimKind.Meeting => new Meeting(who, where, fields.Text("format"), fields.Texts("subjects")),
            ClaimKind.Signing => new Signing(who, where, fields.List("documents").Select(node => new SignedDocument(LanguageTextFields.Read(node, errors))).ToValueList()),
            ClaimKind.Statement => new Statement(who, where, fields.Text("medium"), ReadWords(fields, errors), Authorities(fields, "addressed-to", index)),
            ClaimKind.Reaction => new Reaction(who, where, fields.Text("to"), fields.Text("attitude")),
            ClaimKind.Background => new Background(who, where),
            _ => throw new InvalidOperationException($"A dossier cannot have claims of kind {kind} yet."),
        };
    }

    public static IEnumerable<MapField?> Write(Particulars particulars) =>
    [
        MapField.Of("who", particulars.Principals),
        .. particulars switch
        {
            Arrival arrival => [MapField.Of("met-by", arrival.MetBy)],
            Departure departure => [MapField.Of("seen-off-by", departure.SeenOffBy)],
            Meeting meeting => [MapField.Of("format", meeting.Format), MapField.Of("subjects", meeting.Subjects)],
            Signing { Documents.Count: > 0 } signing =>
                [MapField.Of("documents", ListNode.Of(signing.Documents.Select(document => LanguageTextFields.Write(document.Titles))))],
            Statement statement =>
            [
                MapField.Of("medium", statement.Medium),
                MapField.Of("words", statement.Words is { } words ? LanguageTextFields.Write([words]) : null),
                MapField.Of("addressed-to", statement.AddressedTo),
            ],
            Reaction reaction => [MapField.Of("to", reaction.To), MapField.Of("attitude", reaction.Attitude)],
            _ => Array.Empty<MapField?>(),
        },
        MapField.Of("where", particulars.Place),
    ];

    private static ValueList<string> Authorities(FieldReader fields, string name, DossierIndex index) =>
        fields.List(name).Select(node => index.Authority(fields.TextOf(node, $"an item of '{name}'"), node.At)).ToValueList();

    private static LanguageText? ReadWords(FieldReader fields, DossierErrors errors)
    {
        if (fields.Find("words") is not { } node)
            return null;
        var words = LanguageTextFields.Read(node, errors);
        if (words.Count == 1)
            return words[0];
        if (words.Count > 1)
            errors.Add(node.At, "The very words stand once, in the language in which they were said; put a translation into a claim of its own.");
        return null;
    }
}
