namespace Archive.Dossiers;

/// <summary>A file stops being readable at a place; what stands behind it is unknown.</summary>
internal sealed class UnreadableDossierException(DossierPlace at, string message) : Exception(message)
{
    public DossierPlace At { get; } = at;
}
