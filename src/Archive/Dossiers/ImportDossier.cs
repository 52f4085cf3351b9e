using Archive.Access;
using Archive.Commands;
using Archive.EventLog;
using MediatR;

namespace Archive.Dossiers;

/// <summary>
/// Imports a dossier: the events are those of the same commands as everything else's. Everything is checked before anything is appended. To import again changes
/// nothing; to import again after a crash goes on.
/// </summary>
/// <param name="Path">The folder of the dossier, or its one file.</param>
/// <param name="Asker">Who imports it.</param>
/// <param name="Progress">Is told after each command.</param>
public sealed record ImportDossier(string Path, Asker Asker, IProgress<ImportProgress>? Progress = null) : IRequest<Outcome<ImportResult>>, IAsked;

/// <summary>How far an import is.</summary>
/// <param name="Done">Commands that took effect.</param>
/// <param name="Total">Commands that are needed.</param>
public sealed record ImportProgress(int Done, int Total);

/// <summary>What an import did.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Items">How many things the dossier asks for.</param>
/// <param name="AlreadyThere">How many of them the archive held already.</param>
/// <param name="Events">How many events were appended.</param>
/// <param name="Position">Position of the last of them; absent where there is none.</param>
public sealed record ImportResult(string Record, int Items, int AlreadyThere, int Events, LogPosition? Position);

internal sealed class ImportDossierHandler(DossierImports imports, PlannedAppends appends) : IRequestHandler<ImportDossier, Outcome<ImportResult>>
{
    public async Task<Outcome<ImportResult>> Handle(ImportDossier request, CancellationToken cancellationToken)
    {
        var (dossier, planned, errors) = await imports.PlanAsync(request.Path, request.Asker, cancellationToken);
        if (dossier is null || errors.Count > 0)
            return new Outcome<ImportResult>.Invalid(errors);
        var (events, done, position) = (0, 0, default(LogPosition?));
        request.Progress?.Report(new ImportProgress(0, planned.Count));
        await foreach (var (command, outcome) in appends.RunAsync(planned, cancellationToken))
        {
            if (outcome is not Outcome<Receipt>.Ok { Value: var receipt })
                return Stopped(command, done, planned.Count, outcome);
            (events, position) = (events + receipt.Events, receipt.Position ?? position);
            request.Progress?.Report(new ImportProgress(++done, planned.Count));
        }

        return new Outcome<ImportResult>.Ok(new ImportResult(dossier.Record, dossier.Items.Count, dossier.Items.Count - planned.Count, events, position));
    }

    /// <summary>What was planned is refused all the same where somebody else was at work meanwhile.</summary>
    private static Outcome<ImportResult> Stopped(PlannedCommand planned, int done, int total, Outcome<Receipt> why)
    {
        var at = $"{planned.Item.Node.At}: after {done} of {total} changes somebody else changed {planned.Item.Stream}; import again to go on";
        return why switch
        {
            Outcome<Receipt>.Refused refused => new Outcome<ImportResult>.Refused(refused.Refusal with { Message = $"{at}. {refused.Refusal.Message}" }),
            Outcome<Receipt>.Invalid invalid => new Outcome<ImportResult>.Invalid(
                invalid.Violations.Select(violation => new DossierError(planned.Item.Node.At, $"{violation.Pointer}: {violation.Detail}")).ToArray()),
            _ => why.As<ImportResult>(),
        };
    }
}
