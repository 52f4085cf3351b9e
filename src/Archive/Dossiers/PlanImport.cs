using Archive.Access;
using MediatR;

namespace Archive.Dossiers;

/// <summary>Says what an import of a dossier would do, and does nothing.</summary>
/// <param name="Path">The folder of the dossier, or its one file.</param>
/// <param name="Asker">Who would import it.</param>
public sealed record PlanImport(string Path, Asker Asker) : IRequest<Outcome<ImportPlan>>, IAsked;

internal sealed class PlanImportHandler(DossierImports imports) : IRequestHandler<PlanImport, Outcome<ImportPlan>>
{
    public async Task<Outcome<ImportPlan>> Handle(PlanImport request, CancellationToken cancellationToken)
    {
        var (dossier, planned, errors) = await imports.PlanAsync(request.Path, request.Asker, cancellationToken);
        return dossier is null || errors.Count > 0
            ? new Outcome<ImportPlan>.Invalid(errors)
            : new Outcome<ImportPlan>.Ok(new ImportPlan(
                dossier.Record, dossier.Items.Count, dossier.Items.Count - planned.Count, planned.SelectMany(PlannedFields.Of).ToArray()));
    }
}
