using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Snapshots;
using Archive.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Provenance;

/// <summary>What the claims of a record rest on, and which of them rest on little.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="AsOf">As it stood then.</param>
/// <param name="Finding">Only claims of which this was found; null for those of which anything was.</param>
/// <param name="Filter">Only claims that pass it.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record GetEvidence(string Record, AsOf AsOf, EvidenceFinding? Finding, ClaimFilter Filter, PageRequest Page) : Query<RecordEvidence>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the record's snapshot.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Count">How many claims pass the filter, and how many of these have each finding.</param>
/// <param name="Claims">The claims with findings, in the order in which they occurred.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record RecordEvidence(Moment AsOf, string Digest, string Record, EvidenceCount Count, Page<ClaimEvidence> Claims, Names Names, Disclosure? Disclosure = null);

/// <param name="Claim">The claim.</param>
/// <param name="Support">Its citations and the independent origins behind them.</param>
/// <param name="Findings">What is to be known of it.</param>
public sealed record ClaimEvidence(ClaimView Claim, Corroboration Support, IReadOnlyList<EvidenceFinding> Findings);

internal sealed class GetEvidenceValidator : AbstractValidator<GetEvidence>
{
    public GetEvidenceValidator()
    {
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Finding).IsInEnum();
        RuleFor(x => x.Filter).SetValidator(new ClaimFilterRules());
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class GetEvidenceHandler(ReadModels readModels) : IRequestHandler<GetEvidence, Outcome<RecordEvidence>>
{
    public Task<Outcome<RecordEvidence>> Handle(GetEvidence query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<RecordEvidence>> AnswerAsync(GetEvidence query, Snapshot snapshot)
    {
        if (await snapshot.WholeRecordAsync(query.Record) is not var (record, all, digest))
            return new Outcome<RecordEvidence>.NotFound(NotThere.Record(query.Record, snapshot.Moment));
        var selection = await ClaimSelection.PrepareAsync(snapshot, query.Filter, record.State.Description.Zone);
        var taken = all.Where(selection.Takes).ToArray();
        var claims = taken.Where(claim => claim.Withheld is null).Order(ClaimOrder.Occurred).ToArray();
        var voices = await Voices.LoadAsync(snapshot, claims.SelectMany(claim => claim.State.Citations).Select(citation => citation.Source));
        var judged = claims.Select(claim => Judged(claim)).ToArray();
        var found = judged.Where(claim => query.Finding is { } finding ? claim.Evidence.Findings.Contains(finding) : claim.Evidence.Findings.Count > 0).ToArray();
        var page = Page<(ClaimVersion Version, ClaimEvidence Evidence)>.Of(found, query.Page);
        return new Outcome<RecordEvidence>.Ok(new RecordEvidence(
            snapshot.Moment,
            digest,
            query.Record,
            Count([.. judged.Select(claim => claim.Evidence)], taken.Length - claims.Length),
            page.Select(claim => claim.Evidence),
            await Views.NamesAsync(snapshot, page.Items.Select(claim => claim.Version).ToArray()),
            snapshot.Disclosure));

        (ClaimVersion Version, ClaimEvidence Evidence) Judged(ClaimVersion version)
        {
            var support = Corroborations.Of(version.State, voices);
            return (version, new ClaimEvidence(Views.Of(version), support, EvidenceFindings.Of(version.State, support, voices)));
        }
    }

    private static EvidenceCount Count(IReadOnlyCollection<ClaimEvidence> claims, int withheld)
    {
        int With(EvidenceFinding finding) => claims.Count(claim => claim.Findings.Contains(finding));
        return new EvidenceCount(
            claims.Count,
            With(EvidenceFinding.Unseen),
            With(EvidenceFinding.Unsupported),
            With(EvidenceFinding.OneOrigin),
            With(EvidenceFinding.Contradicted),
            With(EvidenceFinding.WeakOnly),
            withheld);
    }
}
