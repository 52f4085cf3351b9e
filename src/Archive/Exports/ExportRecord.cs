using Archive.Access;
using Archive.Commands;
using Archive.EventLog;
using Archive.Exports.Annotations;
using Archive.Exports.Csv;
using Archive.Exports.Prov;
using Archive.Exports.Schema;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Exports;

/// <summary>
/// Writes a record as of an entry in a format that others read. The same entry gives the same bytes, unless something was closed or erased
/// meanwhile, and however many claims there are, few of them are in memory at once.
/// </summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Format">The format.</param>
/// <param name="AsOf">As it stood then.</param>
/// <param name="To">Where it is written to as it is read; left open. What was written before a failure is no export.</param>
public sealed record ExportRecord(string Record, ExportFormat Format, AsOf AsOf, Stream To) : Query<ExportedRecord>;

/// <summary>An export that was written.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the record's snapshot.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Format">The format.</param>
/// <param name="Claims">How many claims it has.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Disclosure">What was withheld from whoever asked.</param>
public sealed record ExportedRecord(Moment AsOf, string Digest, string Record, ExportFormat Format, int Claims, long Bytes, string Sha256, Disclosure? Disclosure = null);

internal sealed class ExportRecordValidator : AbstractValidator<ExportRecord>
{
    public ExportRecordValidator()
    {
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Format).IsInEnum();
    }
}

internal sealed class ExportRecordHandler(ReadModels readModels) : IRequestHandler<ExportRecord, Outcome<ExportedRecord>>
{
    public async Task<Outcome<ExportedRecord>> Handle(ExportRecord query, CancellationToken cancellationToken)
    {
        using var output = new ExportOutput(query.To, cancellationToken);
        try
        {
            return await WriteAsync();
        }
        catch (Exception e) when (output.Length == 0 && DatabaseFailure.IsDeadConnection(e))
        {
            // As OnceMoreBehavior does for other questions; this one cannot be asked again once a part of the answer is out.
            return await WriteAsync();
        }

        Task<Outcome<ExportedRecord>> WriteAsync() => readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot, output), cancellationToken);
    }

    private static async Task<Outcome<ExportedRecord>> AnswerAsync(ExportRecord query, Snapshot snapshot, ExportOutput output)
    {
        if (await RecordMaterial.LoadAsync(snapshot, query.Record) is not { } material)
            return new Outcome<ExportedRecord>.NotFound(NotThere.Record(query.Record, snapshot.Moment));
        await Of(query.Format).WriteAsync(material, output);
        var digest = await output.EndAsync();
        return new Outcome<ExportedRecord>.Ok(new ExportedRecord(
            material.Moment, material.Digest, query.Record, query.Format, material.Claims.Count, output.Length, digest, snapshot.Disclosure));
    }

    private static IRecordExport Of(ExportFormat format) => format switch
    {
        ExportFormat.ProvJson => new ProvJsonExport(),
        ExportFormat.ProvJsonld => new ProvJsonLdExport(),
        ExportFormat.Csv => new CsvExport(),
        ExportFormat.Jsonld => new SchemaExport(),
        ExportFormat.Annotations => new AnnotationsExport(),
        _ => throw new InvalidOperationException($"{format} has no export."),
    };
}
