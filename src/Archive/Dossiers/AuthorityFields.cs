using Archive.Domain;
using Archive.Domain.Authorities;

namespace Archive.Dossiers;

/// <summary>The description of an authority, written and read.</summary>
internal static class AuthorityFields
{
    public static AuthorityDescription Read(FieldReader fields, DossierErrors errors)
    {
        if (!fields.Has("name"))
            fields.Missing("name");
        return new AuthorityDescription(
            fields.Find("name") is { } name ? ReadName(name, fields, errors) : new AuthorityName(""),
            fields.List("aliases").Select(alias => ReadName(alias, fields, errors)).ToValueList(),
            fields.Texts("uris"),
            fields.Text("note"));
    }

    public static MapNode Write(AuthorityDescription description) => MapNode.Of(
        MapField.Of("name", WriteName(description.Name)),
        MapField.Of("aliases", description.Aliases.Count == 0 ? null : ListNode.Of(description.Aliases.Select(WriteName))),
        MapField.Of("uris", description.Uris),
        MapField.Of("note", description.Note));

    /// <summary>The names in an authority's fields, as far as they can be read.</summary>
    public static IEnumerable<string> NamesOf(MapNode authority) =>
        new DossierNode?[] { authority["name"] }
            .Concat(authority["aliases"] is ListNode list ? list.Items : [authority["aliases"]!])
            .Select(name => (name is MapNode map ? map["text"] : name) is TextNode text ? text.Value : null)
            .OfType<string>();

    private static AuthorityName ReadName(DossierNode node, FieldReader fields, DossierErrors errors)
    {
        if (node is not MapNode map)
            return new AuthorityName(fields.TextOf(node, "a name"));
        var parts = new FieldReader(map, "A name", errors);
        var name = new AuthorityName(parts.RequiredText("text"), parts.Text("language"));
        parts.Done();
        return name;
    }

    private static DossierNode WriteName(AuthorityName name) => name.Language is null
        ? TextNode.Of(name.Text)
        : MapNode.Of(MapField.Of("text", name.Text), MapField.Of("language", name.Language));
}
