namespace Archive.Snapshots;

/// <summary>What the ids of an answer stood for at its moment.</summary>
/// <param name="Authorities">Id of an authority, and the name it goes by.</param>
/// <param name="Sources">Id of a source, and the source.</param>
public sealed record Names(IReadOnlyDictionary<string, string> Authorities, IReadOnlyDictionary<string, SourceView> Sources)
{
    /// <summary>No name at all.</summary>
    public static readonly Names None = new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, SourceView>(StringComparer.Ordinal));

    /// <summary>Id of an actor who did something that the answer tells of, and who that is; absent where none of them was registered at its moment.</summary>
    public IReadOnlyDictionary<string, ActorName>? Actors { get; init; }

    /// <summary>The name of an authority, or its id where it has none here.</summary>
    public string OfAuthority(string id) => Authorities.GetValueOrDefault(id, id);

    /// <summary>Who an actor is, or null where that is not known here.</summary>
    public ActorName? OfActor(string id) => Actors?.GetValueOrDefault(id);
}
