using Archive.Access;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Projection;
using FluentValidation;
using MediatR;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>
/// Reads the event log again from the first event, recomputes every leaf, tile, checkpoint and document, and compares them with what is stored. It is as of the
/// head when it begins, whatever is recorded meanwhile, and writes nothing but how far it is.
/// </summary>
/// <param name="File">Where it keeps how far it is, so that another run goes on where this is interrupted; null for nowhere.</param>
/// <param name="Anew">Whether to begin with the first event, whatever the file says.</param>
/// <param name="Keys">Verifier keys that whoever asks trusts; without any, those that the ledger names.</param>
/// <param name="Checkpoints">Signed notes that they have from elsewhere, or from long ago: the ledger must go on from them.</param>
/// <param name="Progress">Is told while it goes on.</param>
public sealed record AuditLedger(
    string? File = null,
    bool Anew = false,
    IReadOnlyList<string>? Keys = null,
    IReadOnlyList<ReadOnlyMemory<byte>>? Checkpoints = null,
    IProgress<LedgerAuditProgress>? Progress = null) : Query<LedgerAudit>
{
    /// <summary>How many entries are compared at once.</summary>
    internal int Batch { get; init; } = 2_000;

    internal IReadOnlyList<VerifierKey> Trusted => [.. (Keys ?? []).Select(VerifierKey.Parse)];

    internal IReadOnlyList<CheckpointNote> Brought =>
        [.. (Checkpoints ?? []).Select(note => CheckpointNote.TryParse(note.Span, out var known, out var problem) ? known : throw new FormatException(problem))];
}

internal sealed class AuditLedgerValidator : AbstractValidator<AuditLedger>
{
    public AuditLedgerValidator()
    {
        RuleFor(x => x.File).Must(file => file is null || Path.IsPathFullyQualified(file)).WithMessage("Give the whole path of the file.");
        RuleForEach(x => x.Keys).Must(key => VerifierKey.TryParse(key, out _)).WithMessage("A verifier key is NAME+ID+KEY, as 'archive ledger key' prints it.");
        RuleForEach(x => x.Checkpoints).Custom((note, context) =>
        {
            if (!CheckpointNote.TryParse(note.Span, out _, out var problem))
                context.AddFailure($"It is no checkpoint. {problem}");
        });
    }
}

internal sealed class AuditLedgerHandler(LedgerAuditRun run) : IRequestHandler<AuditLedger, Outcome<LedgerAudit>>
{
    public async Task<Outcome<LedgerAudit>> Handle(AuditLedger query, CancellationToken cancellationToken)
    {
        var file = query.File is { } path ? new LedgerAuditFile(path) : null;
        if (query.Anew)
            file?.Delete();
        try
        {
            return new Outcome<LedgerAudit>.Ok(await run.RunAsync(query, file, cancellationToken));
        }
        catch (ProjectionStoppedException stopped)
        {
            return new Outcome<LedgerAudit>.Refused(new Refusal(stopped.Code, stopped.Message));
        }
        catch (PostgresException gone) when (gone.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return new Outcome<LedgerAudit>.Refused(new Refusal(
                "audit-overtaken", "The read models that were being audited are gone: they were rebuilt meanwhile, and rebuilt again. Nothing is said of them. Run the audit again; 'archive status' shows which generation answers."));
        }
    }
}
