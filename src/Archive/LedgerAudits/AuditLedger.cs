using Archive.Access;
using Archive.Domain;
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
/// <param name="Progress">Is told while it goes on.</param>
public sealed record AuditLedger(string? File = null, bool Anew = false, IProgress<LedgerAuditProgress>? Progress = null) : Query<LedgerAudit>
{
    /// <summary>How many entries are compared at once.</summary>
    internal int Batch { get; init; } = 2_000;
}

internal sealed class AuditLedgerValidator : AbstractValidator<AuditLedger>
{
    public AuditLedgerValidator() => RuleFor(x => x.File).Must(file => file is null || Path.IsPathFullyQualified(file)).WithMessage("Give the whole path of the file.");
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
            return new Outcome<LedgerAudit>.Ok(await run.RunAsync(file, query.Batch, query.Progress, cancellationToken));
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
