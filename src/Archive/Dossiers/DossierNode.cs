namespace Archive.Dossiers;

/// <summary>A part of a dossier as it is written, in YAML or JSON alike.</summary>
/// <param name="At">Where it begins.</param>
internal abstract record DossierNode(DossierPlace At);
