using Archive.Access;
using Archive.Domain;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Evidence;

namespace Archive.Dossiers;

/// <summary>Reads a dossier and plans its import into this archive.</summary>
internal sealed class DossierImports(IEventLog log, StreamHistories histories, SourceCaptures captures)
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
        var missing = dossier.Elsewhere.Count == 0 ? dossier.Elsewhere : await log.FindMissingAsync(dossier.Elsewhere.ToArray(), cancellationToken);
        var begun = dossier.Elsewhere.Except(missing, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var found = await FindCapturesAsync(dossier, past, begun, asker, cancellationToken);
        var planned = ImportPlanner.Plan(dossier, past, begun, asker, errors, found.GetValueOrDefault);
        return (dossier, planned, errors.InOrder());
    }

    /// <summary>
    /// The captures of those sources that something new cites, each with the text in which words are looked for. Which these are is known once it is
    /// planned: where anything is captured at all, that is done twice, so that no text is loaded for what the archive holds already.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, KnownCaptures>> FindCapturesAsync(
        Dossier dossier, IReadOnlyDictionary<string, IReadOnlyList<PastEvent>> past, HashSet<string> begun, Asker asker, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, KnownCaptures>(StringComparer.Ordinal);
        var elsewhere = await histories.ReadAsync(begun.Where(IsSource), cancellationToken);
        var captured = past.Where(stream => IsSource(stream.Key)).Concat(elsewhere)
            .Select(stream => (Source: StreamName.IdOf(stream.Key), Captures: stream.Value.Select(logged => logged.Event).OfType<SourceCaptured>().Select(happened => happened.Capture).ToValueList()))
            .Where(source => source.Captures.Count > 0)
            .ToDictionary(source => source.Source, source => source.Captures, StringComparer.Ordinal);
        if (captured.Count == 0)
            return found;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        ImportPlanner.Plan(dossier, past, begun, asker, new DossierErrors(), source =>
        {
            asked.Add(source);
            return null;
        });
        foreach (var source in asked.Where(captured.ContainsKey))
            found[source] = await captures.LoadAsync(captured[source], NoneNamed, cancellationToken);
        return found;
    }

    private static readonly HashSet<string?> NoneNamed = [null];

    private static bool IsSource(string stream) => stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal);
}
