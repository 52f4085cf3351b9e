using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using FluentValidation;
using MediatR;

namespace Archive.Snapshots;

/// <summary>What differs between a record at one moment and the same record at another.</summary>
public sealed record GetDifference(string Record, AsOf From, AsOf To, ClaimFilter Filter) : Query<RecordDifference>;

/// <param name="From">The one moment.</param>
/// <param name="FromDigest">The snapshot's digest then.</param>
/// <param name="To">The other moment.</param>
/// <param name="ToDigest">The snapshot's digest then.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Description">What changed in the record's own description.</param>
/// <param name="Claims">The claims that differ, in the order of their ids.</param>
/// <param name="Names">What the ids stand for, at the later moment.</param>
/// <param name="Withheld">Why what changed in the record's own description is not shown.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record RecordDifference(
    Moment From,
    string FromDigest,
    Moment To,
    string ToDigest,
    string Record,
    IReadOnlyList<FieldChange> Description,
    IReadOnlyList<ClaimDifference> Claims,
    Names Names,
    Withheld? Withheld = null,
    Disclosure? Disclosure = null);

/// <summary>How a claim differs.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Difference">Whether it came, went or changed.</param>
/// <param name="Says">Its text at <c>To</c>; at <c>From</c> where it is not there.</param>
/// <param name="Changes">The fields that changed; none where it came or went.</param>
/// <param name="Withheld">Why its text and fields are not shown. That something happened to it between the moments is.</param>
public sealed record ClaimDifference(string Claim, DifferenceKind Difference, string? Says, IReadOnlyList<FieldChange> Changes, Withheld? Withheld = null);

public enum DifferenceKind
{
    Added,
    Changed,
    Removed,
}

internal sealed class GetDifferenceValidator : AbstractValidator<GetDifference>
{
    public GetDifferenceValidator()
    {
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Filter).SetValidator(new ClaimFilterRules());
    }
}

internal sealed class GetDifferenceHandler(ReadModels readModels) : IRequestHandler<GetDifference, Outcome<RecordDifference>>
{
    public Task<Outcome<RecordDifference>> Handle(GetDifference query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.From, query.To, query.Asker, (from, to) => AnswerAsync(query, from, to), cancellationToken);

    private static async Task<Outcome<RecordDifference>> AnswerAsync(GetDifference query, Snapshot from, Snapshot to)
    {
        var (before, after) = (await from.RecordAsync(query.Record), await to.RecordAsync(query.Record));
        if (before is null || after is null)
            return new Outcome<RecordDifference>.NotFound(NotThere.Record(query.Record, (before is null ? from : to).Moment));
        var first = await ClaimsAsync(from, query, before.State.Description.Zone);
        var second = await ClaimsAsync(to, query, after.State.Description.Zone);
        var differences = first.Keys.Union(second.Keys, StringComparer.Ordinal)
            .Select(claim => Difference(claim, first.GetValueOrDefault(claim), second.GetValueOrDefault(claim)))
            .OfType<ClaimDifference>()
            .OrderBy(difference => difference.Claim, ClaimIdOrder.Natural)
            .ToArray();
        var later = from.Moment.Entry > to.Moment.Entry ? from : to;
        var touched = differences.SelectMany(difference => (ClaimVersion?[])[first.GetValueOrDefault(difference.Claim), second.GetValueOrDefault(difference.Claim)]);
        return new Outcome<RecordDifference>.Ok(new RecordDifference(
            from.Moment,
            await from.DigestAsync(query.Record),
            to.Moment,
            await to.DigestAsync(query.Record),
            query.Record,
            Fields.Between(before.State, after.State),
            differences,
            await Views.NamesAsync(later, touched.OfType<ClaimVersion>().ToArray()),
            before.Withheld,
            to.Disclosure));
    }

    private static async Task<Dictionary<string, ClaimVersion>> ClaimsAsync(Snapshot snapshot, GetDifference query, string? zone)
    {
        var selection = await ClaimSelection.PrepareAsync(snapshot, query.Filter, zone);
        return (await snapshot.ClaimsOfAsync(query.Record)).Where(selection.Takes).ToDictionary(version => version.State.Id, StringComparer.Ordinal);
    }

    private static ClaimDifference? Difference(string claim, ClaimVersion? before, ClaimVersion? after)
    {
        if ((after ?? before)!.Withheld is { } withheld)
        {
            return before?.FromEntry == after?.FromEntry ? null : new ClaimDifference(
                claim, before is null ? DifferenceKind.Added : after is null ? DifferenceKind.Removed : DifferenceKind.Changed, null, [], withheld);
        }

        if (before is null || after is null)
        {
            return new ClaimDifference(
                claim, before is null ? DifferenceKind.Added : DifferenceKind.Removed, (after ?? before)!.State.Content.Says, []);
        }

        // A claim may have changed in between and come back to what it was.
        var changes = before.FromEntry == after.FromEntry ? [] : Fields.Between(before.State, after.State);
        return changes.Count == 0 ? null : new ClaimDifference(claim, DifferenceKind.Changed, after.State.Content.Says, changes);
    }
}
