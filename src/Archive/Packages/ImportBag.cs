using Archive.Access;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Dossiers;
using Archive.EventLog;
using MediatR;

namespace Archive.Packages;

/// <summary>
/// Imports a package of another archive, after it was verified by that archive's key: as its dossier would be, with the origin's proofs as evidence that every
/// claim cites. To import again changes nothing.
/// </summary>
/// <param name="Path">The folder of the bag.</param>
/// <param name="Keys">Keys of the other archive.</param>
/// <param name="Asker">Who imports it.</param>
/// <param name="Progress">Is told after each command.</param>
public sealed record ImportBag(string Path, IReadOnlyList<VerifierKey> Keys, Asker Asker, IProgress<ImportProgress>? Progress = null) : IRequest<Outcome<ImportedBag>>, IAsked;

/// <summary>What an import of a package did.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Log">The log that it comes from.</param>
/// <param name="Entry">As of which entry of that log.</param>
/// <param name="Evidence">Id of the source that holds the origin's proofs.</param>
/// <param name="Items">How many things the package asks for.</param>
/// <param name="AlreadyThere">How many of them the archive held already.</param>
/// <param name="Events">How many events were appended.</param>
/// <param name="LeftOut">How many of the package's events are not for another archive, or were erased.</param>
/// <param name="Gone">How many captures, texts and kept words were erased at the origin.</param>
/// <param name="Position">Position of the last event; absent where there is none.</param>
public sealed record ImportedBag(
    string Record, string Log, long Entry, string Evidence, int Items, int AlreadyThere, int Events, int LeftOut, int Gone, LogPosition? Position);

internal sealed class ImportBagHandler(ISender sender) : IRequestHandler<ImportBag, Outcome<ImportedBag>>
{
    public async Task<Outcome<ImportedBag>> Handle(ImportBag request, CancellationToken cancellationToken)
    {
        var (bag, refusal) = await VerifiedOrigin.ReadAsync(request.Path, request.Keys, cancellationToken);
        if (bag is null)
            return new Outcome<ImportedBag>.Refused(refusal!);
        using var dossier = await OriginDossier.WriteAsync(bag, cancellationToken);
        var statement = bag.Signed.Statement!;
        return await sender.Send(new ImportDossier(dossier.Folder, request.Asker, request.Progress), cancellationToken) switch
        {
            Outcome<ImportResult>.Ok { Value: var imported } => new Outcome<ImportedBag>.Ok(new ImportedBag(
                imported.Record, statement.Log, statement.Entry, dossier.Evidence, imported.Items, imported.AlreadyThere, imported.Events, dossier.LeftOut, statement.Gone.Count, imported.Position)),
            var other => other.As<ImportedBag>(),
        };
    }
}
