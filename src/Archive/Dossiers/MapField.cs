namespace Archive.Dossiers;

/// <summary>A field of a <see cref="MapNode"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Where its name begins.</param>
/// <param name="Value">Its value.</param>
internal sealed record MapField(string Name, DossierPlace At, DossierNode Value)
{
    public static MapField? Of(string name, DossierNode? value) => value is null ? null : new MapField(name, DossierPlace.Nowhere, value);

    public static MapField? Of(string name, string? text) => text is null ? null : Of(name, TextNode.Of(text));

    /// <summary>A list of ids or words; left out where it is empty.</summary>
    public static MapField? Of(string name, IEnumerable<string>? texts) =>
        texts is null || !texts.Any() ? null : Of(name, ListNode.Of(texts.Select(TextNode.Of)));
}
