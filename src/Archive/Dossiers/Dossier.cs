namespace Archive.Dossiers;

/// <summary>A dossier that was read: what it asks for, in the order in which it is imported.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Items">Authorities, sources, the record, claims, then changes.</param>
/// <param name="Elsewhere">Streams of other records that it names.</param>
internal sealed record Dossier(string Record, IReadOnlyList<DossierItem> Items, IReadOnlySet<string> Elsewhere);
