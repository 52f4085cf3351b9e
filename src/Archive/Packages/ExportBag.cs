using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Ledger;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Packages;

/// <summary>
/// Writes a record as of an entry as a package (BagIt) that is verified offline, by the ledger's key alone. It holds whole events, so it is written only
/// for whoever may see everything in it.
/// </summary>
/// <param name="Record">Id of the record.</param>
/// <param name="AsOf">As it stood then.</param>
/// <param name="Folder">A folder that is not there, or empty.</param>
public sealed record ExportBag(string Record, AsOf AsOf, string Folder) : Query<ExportedBag>;

/// <summary>A package that was written.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the record's snapshot.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Folder">Where it is, by its full path.</param>
/// <param name="Key">The key by which it is verified.</param>
/// <param name="CheckpointSize">Entries of the tree that its proofs lead to.</param>
/// <param name="Entries">How many events it holds.</param>
/// <param name="Captures">How many captures.</param>
/// <param name="Files">Files of its payload.</param>
/// <param name="Bytes">Bytes of its payload.</param>
/// <param name="ErasedEntries">How many of the events are there in their erased form.</param>
/// <param name="Gone">How many captures, texts and kept words were erased and are not in it.</param>
public sealed record ExportedBag(
    Moment AsOf, string Digest, string Record, string Folder, string Key, long CheckpointSize, int Entries, int Captures, int Files, long Bytes, int ErasedEntries, int Gone);

internal sealed class ExportBagValidator : AbstractValidator<ExportBag>
{
    public ExportBagValidator()
    {
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Folder).NotEmpty().WithMessage("Name the folder to write.");
    }
}

internal sealed class ExportBagHandler(ReadModels readModels, StatementSigning signing, BagComposition composition)
    : IRequestHandler<ExportBag, Outcome<ExportedBag>>
{
    public async Task<Outcome<ExportedBag>> Handle(ExportBag query, CancellationToken cancellationToken)
    {
        if (!BagWriter.MayBegin(query.Folder))
            return Refused("folder-not-empty", $"'{query.Folder}' has something in it. Name a new or empty folder.");
        var found = await readModels.AskAsync(query.AsOf, query.Asker, snapshot => FindAsync(query.Record, snapshot), cancellationToken);
        if (found is not Outcome<Moment>.Ok { Value: var moment })
            return found.As<ExportedBag>();
        var (key, checkpoint, whyNot) = await signing.FindAsync(moment.Entry, cancellationToken);
        if (key is null)
            return new Outcome<ExportedBag>.Refused(whyNot!);
        using (key)
        {
            return await readModels.AskAsync<ExportedBag>(
                new AsOf.Entry(moment.Entry),
                query.Asker,
                async snapshot => await composition.WriteAsync(query, snapshot, checkpoint!, key, cancellationToken) switch
                {
                    ({ } bag, _) => new Outcome<ExportedBag>.Ok(bag),
                    (_, var refusal) => new Outcome<ExportedBag>.Refused(refusal!),
                },
                cancellationToken);
        }
    }

    /// <summary>Closed things are counted before anything is written.</summary>
    private static async Task<Outcome<Moment>> FindAsync(string record, Snapshot snapshot)
    {
        if (await snapshot.RecordAsync(record) is null)
            return new Outcome<Moment>.NotFound(NotThere.Record(record, snapshot.Moment));
        var (_, withheld) = await snapshot.ShownEntriesReachedByAsync(record);
        await foreach (var _ in (await Exports.RecordMaterial.LoadAsync(snapshot, record))!.ClaimsAsync())
        {
        }

        return withheld == 0 && snapshot.Disclosure is null
            ? new Outcome<Moment>.Ok(snapshot.Moment)
            : new Outcome<Moment>.Refused(Withheld(record, snapshot.Disclosure, withheld));
    }

    internal static Refusal Withheld(string record, Disclosure? disclosure, int entries) => new(
        "export-withheld",
        $"Record {record} has {Count(disclosure?.Withheld ?? 0, "closed thing")} that you may not see{(entries == 0 ? "" : $", and {Count(entries, "entry", "entries")} that only these reach")}: a package holds whole events, so one without them would be incomplete, and one with their bare proofs would tell what names them. Ask an auditor or an administrator for it.");

    private static string Count(long count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    private static Outcome<ExportedBag>.Refused Refused(string code, string message) => new(new Refusal(code, message));
}
