namespace Archive.Dossiers;

/// <summary>A single value. It is text whatever it looks like: <c>no</c> is a word, and <c>2023-03-20</c> stays as written.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Value">The text; null where nothing, <c>~</c> or <c>null</c> is written without quotes.</param>
/// <param name="Plain">Written without quotes.</param>
internal sealed record TextNode(DossierPlace At, string? Value, bool Plain = false) : DossierNode(At)
{
    public static TextNode Of(string? value) => new(DossierPlace.Nowhere, value);
}
