using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Ledger;
using Archive.Projection;
using Archive.Records;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Provenance;

/// <summary>Everything that happened to a claim, or to a record and its claims, in entry order.</summary>
/// <param name="Subject">Id of a record or of a claim.</param>
/// <param name="AsOf">What happened up to then.</param>
/// <param name="Filter">Only what happened to claims that pass it, as they stood then.</param>
/// <param name="Page">Which part.</param>
public sealed record GetHistory(string Subject, AsOf AsOf, ClaimFilter Filter, PageRequest Page) : Query<History>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the snapshot of the record, or of the claim's record.</param>
/// <param name="Subject">Id of the record or claim.</param>
/// <param name="Items">What happened.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record History(Moment AsOf, string Digest, string Subject, Page<HistoryItem> Items, Names Names, Disclosure? Disclosure = null);

/// <summary>One change: who, when, why, and what changed field by field.</summary>
/// <param name="Event">The entry.</param>
/// <param name="Subject">Id of the record or claim that changed.</param>
/// <param name="Reason">From the closed list of its kind, where it has one.</param>
/// <param name="Fault">Whose error a correction mends.</param>
/// <param name="Words">The editor's explanation.</param>
/// <param name="Notice">What readers were told.</param>
/// <param name="Decided">The editor's own date, in EDTF.</param>
/// <param name="Changes">The fields that changed.</param>
/// <param name="Proposal">Number of the proposal of the claim that was submitted or decided, or whose acceptance made this change.</param>
/// <param name="Withheld">Why reason, words and fields are not shown. Who changed it when, and by what kind of event, is.</param>
public sealed record HistoryItem(
    EventView Event,
    string Subject,
    string? Reason,
    Fault? Fault,
    string? Words,
    string? Notice,
    string? Decided,
    IReadOnlyList<FieldChange> Changes,
    int? Proposal = null,
    Withheld? Withheld = null);

internal sealed class GetHistoryValidator : AbstractValidator<GetHistory>
{
    public GetHistoryValidator()
    {
        RuleFor(x => x.Subject).Must(id => ArchiveId.IsValid(id) || ArchiveId.IsValidClaim(id))
            .WithMessage("'{PropertyValue}' is neither the id of a record nor of a claim: write visit-2023 or visit-2023/c17.");
        RuleFor(x => x.Filter).SetValidator(new ClaimFilterRules());
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class GetHistoryHandler(ReadModels readModels) : IRequestHandler<GetHistory, Outcome<History>>
{
    public Task<Outcome<History>> Handle(GetHistory query, CancellationToken cancellationToken) => readModels.AskAsync(
        query.AsOf, query.Asker, snapshot => ArchiveId.IsValid(query.Subject) ? OfRecordAsync(query, snapshot) : OfClaimAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<History>> OfClaimAsync(GetHistory query, Snapshot snapshot)
    {
        var versions = await snapshot.ClaimHistoryAsync(query.Subject, isRecord: false);
        return versions.Count == 0
            ? new Outcome<History>.NotFound(NotThere.Claim(query.Subject, snapshot.Moment))
            : await AnswerAsync(query, snapshot, Steps(versions), versions);
    }

    private static async Task<Outcome<History>> OfRecordAsync(GetHistory query, Snapshot snapshot)
    {
        var records = await snapshot.RecordHistoryAsync(query.Subject);
        if (records.Count == 0)
            return new Outcome<History>.NotFound(NotThere.Record(query.Subject, snapshot.Moment));
        var selection = await ClaimSelection.PrepareAsync(snapshot, query.Filter, records[^1].State.Description.Zone);
        var claims = (await snapshot.ClaimHistoryAsync(query.Subject, isRecord: true))
            .GroupBy(version => version.Stream, StringComparer.Ordinal)
            .Where(versions => versions.Last().State.IsRecorded ? selection.Takes(versions.Last()) : query.Filter == ClaimFilter.None)
            .SelectMany(versions => versions)
            .OrderBy(version => version.FromEntry)
            .ToList();
        var own = query.Filter == ClaimFilter.None ? Steps(records) : [];
        return await AnswerAsync(query, snapshot, own.Concat(Steps(claims)).OrderBy(step => step.Entry).ToList(), claims);
    }

    private static async Task<Outcome<History>> AnswerAsync(GetHistory query, Snapshot snapshot, List<Step> steps, IReadOnlyCollection<ClaimVersion> claims)
    {
        var page = Page<Step>.Of(steps, query.Page);
        var entries = (await snapshot.EntriesAsync(page.Items.Select(step => step.Entry))).ToDictionary(entry => entry.Id);
        var items = page.Select(step => step.ToItem(entries[step.Entry]));
        return new Outcome<History>.Ok(new History(
            snapshot.Moment,
            await snapshot.DigestAsync(ArchiveId.IsValid(query.Subject) ? query.Subject : ArchiveId.RecordOf(query.Subject)),
            query.Subject,
            items,
            await Views.WithActorsAsync(await Views.NamesAsync(snapshot, claims), snapshot, items.Items.Select(item => item.Event)),
            snapshot.Disclosure));
    }

    private static List<Step> Steps(IEnumerable<ClaimVersion> versions) =>
        InSteps(versions, (before, after) => after.Withheld is null ? Fields.Between(before?.State, after.State) : [], version => version.State.Id, version => version.Withheld);

    private static List<Step> Steps(IEnumerable<RecordVersion> versions) =>
        InSteps(versions, (before, after) => after.Withheld is null ? Fields.Between(before?.State, after.State) : [], version => version.State.Id, version => version.Withheld);

    /// <summary>Each version beside the one of its stream before it; the versions are in entry order.</summary>
    private static List<Step> InSteps<TVersion>(
        IEnumerable<TVersion> versions, Func<TVersion?, TVersion, IReadOnlyList<FieldChange>> between, Func<TVersion, string> subject, Func<TVersion, Withheld?> withheld)
        where TVersion : class, IVersion
    {
        var last = new Dictionary<string, TVersion>(StringComparer.Ordinal);
        var steps = new List<Step>();
        foreach (var version in versions)
        {
            var before = last.GetValueOrDefault(version.Stream);
            var proposal = version.Change.Proposal ?? (before is null ? null : Acceptance(before.Change));
            steps.Add(new Step(version.FromEntry, subject(version), version.Change with { Proposal = proposal }, () => between(before, version), withheld(version)));
            last[version.Stream] = version;
        }

        return steps;
    }

    /// <summary>Number of the proposal that a change accepts; the next of the same stream, appended with it, is then what was proposed.</summary>
    private static int? Acceptance(Change change) => change.Type.StartsWith("proposal-accepted.", StringComparison.Ordinal) ? change.Proposal : null;

    private sealed record Step(long Entry, string Subject, Change Change, Func<IReadOnlyList<FieldChange>> Changes, Withheld? Withheld)
    {
        public HistoryItem ToItem(LedgerEntry entry) => new(
            entry.ToView(), Subject, Change.Reason, Change.Fault, Change.Words, Change.Notice, Change.Decided, Changes(), Change.Proposal, Withheld);
    }
}
