using Archive.Access;
using Archive.Commands;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Evidence.Audits;

/// <summary>
/// A fixity check: reads every capture's bytes and text again, recomputes their digests, and looks for every quote again where it was found.
/// </summary>
/// <param name="Record">Only what the claims of this record rest on; null for everything in the archive and its content store.</param>
/// <param name="Page">Which part of the findings.</param>
/// <param name="Everything">Whether what is as it should be is listed too.</param>
/// <param name="Progress">Is told while bytes are read.</param>
public sealed record AuditEvidence(string? Record, PageRequest Page, bool Everything = false, IProgress<AuditProgress>? Progress = null) : Query<EvidenceAudit>;

internal sealed class AuditEvidenceValidator : AbstractValidator<AuditEvidence>
{
    public AuditEvidenceValidator()
    {
        RuleFor(x => x.Record).Id();
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class AuditEvidenceHandler(EvidencePages pages, IContentStore contents, CapturedTexts texts, KeptCheck kept) : IRequestHandler<AuditEvidence, Outcome<EvidenceAudit>>
{
    public async Task<Outcome<EvidenceAudit>> Handle(AuditEvidence query, CancellationToken cancellationToken)
    {
        var (moment, found) = await pages.FindAsync(query.Record, cancellationToken);
        if (!found)
            return new Outcome<EvidenceAudit>.NotFound(NotThere.Record(query.Record!, moment));
        var run = new EvidenceRun(pages, contents, texts, kept, new AuditTally(query.Page, query.Everything), moment, query.Record);
        return new Outcome<EvidenceAudit>.Ok(await run.AuditAsync(query.Progress, cancellationToken));
    }
}
