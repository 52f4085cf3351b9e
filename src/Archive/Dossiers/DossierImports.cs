using Archive.Commands;
using Archive.Domain;
using Archive.EventLog;

namespace Archive.Dossiers;

/// <summary>Reads a dossier and plans its import into this archive.</summary>
internal sealed class DossierImports(IEventLog log, StreamLookup lookup)
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
        var past = await new StreamHistories(log).ReadAsync(dossier.Items.Select(item => item.Stream), cancellationToken);
        var known = await lookup.FindAsync(dossier.Elsewhere, cancellationToken);
        var planned = ImportPlanner.Plan(dossier, past, dossier.Elsewhere.Where(stream => !known.Missing(stream)).ToHashSet(StringComparer.Ordinal), actor, errors);
        return (dossier, planned, errors.InOrder());
    }
}
