using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Evidence;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>Reads a dossier and plans its import into this archive.</summary>
internal sealed class DossierImports(StreamHistories histories, StreamLookup lookup, CaptureIntake intake, ErasureRecords erasures, SourceCaptures texts)
{
    /// <returns>The dossier and the commands that are needed; or every error, and then nothing was done.</returns>
    public async Task<(Dossier? Dossier, IReadOnlyList<PlannedCommand> Planned, IReadOnlyList<DossierError> Errors)> PlanAsync(
        string path, Asker asker, CancellationToken cancellationToken)
    {
        var errors = new DossierErrors();
        if (!ArchiveId.IsValid(asker.Actor))
            errors.Add(DossierPlace.Nowhere, $"'{asker.Actor}' is not the id of an actor: write {ArchiveId.Form}.");
        if (DossierReader.Read(path, errors) is not { } dossier)
            return (null, [], errors.InOrder());
        var past = await histories.ReadAsync(dossier.Items.Select(item => item.Stream), cancellationToken);
        var known = await lookup.FindAsync(dossier.Elsewhere, cancellationToken);
        var begun = dossier.Elsewhere.Where(stream => !known.Missing(stream)).ToHashSet(StringComparer.Ordinal);
        var captures = await DossierCaptures.TakeAsync(dossier, past, intake, erasures, errors, cancellationToken);
        if (errors.Any)
            return (dossier, [], errors.InOrder());
        var found = await FindTextsAsync(dossier, past, begun, captures, asker, cancellationToken);
        return (dossier, ImportPlanner.Plan(dossier, past, begun, captures.Knowing(found.GetValueOrDefault), asker, errors), errors.InOrder());
    }

    /// <summary>
    /// The captures of those sources that something new cites, with the texts in which words are looked for. Which these are is known once it is
    /// planned: where anything is captured at all, that is done twice, so that no text is loaded for what the archive holds already.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, KnownCaptures>> FindTextsAsync(
        Dossier dossier,
        IReadOnlyDictionary<string, IReadOnlyList<PastEvent>> past,
        HashSet<string> begun,
        DossierCaptures captures,
        Asker asker,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, KnownCaptures>(StringComparer.Ordinal);
        var elsewhere = await histories.ReadAsync(begun.Where(stream => stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal)), cancellationToken);
        var captured = past.Concat(elsewhere)
            .SelectMany(stream => stream.Value.Select(happened => happened.Event).OfType<SourceCaptured>().Select(happened => (happened.Source, happened.Capture)))
            .Concat(captures.Brought(dossier))
            .DistinctBy(capture => (capture.Source, capture.Capture.Digest))
            .ToLookup(capture => capture.Source, capture => capture.Capture, StringComparer.Ordinal);
        if (captured.Count == 0)
            return found;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        ImportPlanner.Plan(dossier, past, begun, captures.Asking(asked), asker, new DossierErrors());
        foreach (var source in asked.Where(captured.Contains))
            found[source] = await texts.LoadAsync(captured[source].ToValueList(), GovernanceOf(source), asker.Role, captured[source].Select(capture => capture.Digest).ToHashSet<string?>(StringComparer.Ordinal), cancellationToken);
        return found;

        Governance? GovernanceOf(string source) => (past.GetValueOrDefault(StreamName.OfSource(source)) ?? elsewhere.GetValueOrDefault(StreamName.OfSource(source)) ?? [])
            .Select(happened => happened.Event).OfType<IGovernanceEvent>().Aggregate(default(Governance), Governance.Evolve);
    }
}
