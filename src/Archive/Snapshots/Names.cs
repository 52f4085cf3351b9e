namespace Archive.Snapshots;

/// <summary>What the ids of an answer stood for at its moment.</summary>
/// <param name="Authorities">Id of an authority, and the name it goes by.</param>
/// <param name="Sources">Id of a source, and the source.</param>
public sealed record Names(IReadOnlyDictionary<string, string> Authorities, IReadOnlyDictionary<string, SourceView> Sources)
{
    /// <summary>The name of an authority, or its id where it has none here.</summary>
    public string OfAuthority(string id) => Authorities.GetValueOrDefault(id, id);
}
