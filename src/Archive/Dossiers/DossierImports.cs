using Archive.Domain;
using Archive.EventLog;

namespace Archive.Dossiers;

/// <summary>Reads a dossier and plans its import into this archive.</summary>
internal sealed class DossierImports(IEventLog log, StreamHistories histories)
{
    /// <returns>The dossier and the commands that are needed; or every error, and then nothing was done.</returns>
    public async Task<(Dossier? Dossier, IReadOnlyList<PlannedCommand> Planned, IReadOnlyList<DossierError> Errors)> PlanAsync(
        string path, string actor, CancellationToken cancellationToken)
    {
        var errors = new DossierErrors();
        if (!ArchiveId.IsValid(actor))
            errors.Add(DossierPlace.Nowhere, $"'{actor}' is not the id of an actor: write {ArchiveId.Form}.");
        if (DossierReader.Read(path, errors) is not { } dossier)
            return (null, [], errors.InOrder());
        var past = await histories.ReadAsync(dossier.Items.Select(item => item.Stream), cancellationToken);
        var missing = dossier.Elsewhere.Count == 0 ? dossier.Elsewhere : await log.FindMissingAsync(dossier.Elsewhere.ToArray(), cancellationToken);
        var planned = ImportPlanner.Plan(dossier, past, dossier.Elsewhere.Except(missing, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal), actor, errors);
        return (dossier, planned, errors.InOrder());
    }
}
