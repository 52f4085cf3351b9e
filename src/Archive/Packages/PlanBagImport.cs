using Archive.Access;
using Archive.Domain.Ledger.Notes;
using Archive.Dossiers;
using MediatR;

namespace Archive.Packages;

/// <summary>Verifies a package of another archive, says what its import would do, and does nothing.</summary>
/// <param name="Path">The folder of the bag.</param>
/// <param name="Keys">Keys of the other archive.</param>
/// <param name="Asker">Who would import it.</param>
public sealed record PlanBagImport(string Path, IReadOnlyList<VerifierKey> Keys, Asker Asker) : IRequest<Outcome<ImportPlan>>, IAsked;

internal sealed class PlanBagImportHandler(ISender sender) : IRequestHandler<PlanBagImport, Outcome<ImportPlan>>
{
    public async Task<Outcome<ImportPlan>> Handle(PlanBagImport request, CancellationToken cancellationToken)
    {
        var (bag, refusal) = await VerifiedOrigin.ReadAsync(request.Path, request.Keys, cancellationToken);
        if (bag is null)
            return new Outcome<ImportPlan>.Refused(refusal!);
        using var dossier = await OriginDossier.WriteAsync(bag, cancellationToken);
        return await sender.Send(new PlanImport(dossier.Folder, request.Asker), cancellationToken);
    }
}
