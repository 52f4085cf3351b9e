using Archive.Domain.Sources;

namespace Archive.Dossiers;

/// <summary>The description of a source, written and read.</summary>
internal static class SourceFields
{
    public static SourceDraft Read(FieldReader fields, DossierErrors errors) => new(
        fields.RequiredChoice<SourceKind>("kind"),
        fields.RequiredText("title"),
        fields.Flag("title-supplied"),
        fields.Text("publisher"),
        fields.Text("author"),
        fields.Text("url"),
        DateFields.Read(fields, "published", null, errors),
        fields.Text("language"),
        fields.Text("licence"),
        fields.Flag("weak"),
        fields.Text("note"));

    public static MapNode Write(SourceDescription source) => MapNode.Of(
        MapField.Of("kind", Words<SourceKind>.Of(source.Kind)),
        MapField.Of("publisher", source.Publisher),
        MapField.Of("author", source.Author),
        MapField.Of("title", source.Title),
        Flag("title-supplied", source.TitleSupplied),
        MapField.Of("url", source.Url),
        MapField.Of("published", DateFields.Write(source.Published, null)),
        MapField.Of("language", source.Language),
        MapField.Of("licence", source.Licence),
        Flag("weak", source.Weak),
        MapField.Of("note", source.Note));

    /// <summary><c>origin: xinhua</c>, or <c>origin: {source: xinhua, likely: true}</c>.</summary>
    public static SourceOrigin? ReadOrigin(FieldReader fields, string name, DossierIndex index, DossierErrors errors)
    {
        if (fields.Find(name) is not MapNode map)
            return fields.Id(name) is { } id ? new SourceOrigin(index.Source(id, fields.PlaceOf(name)), false) : null;
        var parts = new FieldReader(map, "An origin", errors);
        var origin = new SourceOrigin(index.Source(parts.RequiredId("source"), parts.PlaceOf("source")), parts.Flag("likely"));
        parts.Done();
        return origin;
    }

    public static DossierNode WriteOrigin(SourceOrigin origin) => origin.Likely
        ? MapNode.Of(MapField.Of("source", origin.Source), Flag("likely", true))
        : TextNode.Of(origin.Source);

    private static MapField? Flag(string name, bool set) => set ? MapField.Of(name, new TextNode(DossierPlace.Nowhere, "true", Plain: true)) : null;
}
