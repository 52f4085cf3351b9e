using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Records;

/// <summary>A record with its claims, in the order in which they occurred.</summary>
public sealed record GetRecord(string Record, AsOf AsOf, ClaimFilter Filter, PageRequest Page) : Query<RecordSnapshot>;

/// <summary>A record as of an entry.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The snapshot's digest: of the whole record at the moment, whatever the filter and page.</param>
/// <param name="Record">The record.</param>
/// <param name="Claims">Its claims that pass the filter.</param>
/// <param name="Support">Id of each of these claims, and how many voices stand behind it.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record RecordSnapshot(
    Moment AsOf,
    string Digest,
    RecordView Record,
    Page<ClaimView> Claims,
    IReadOnlyDictionary<string, Corroboration> Support,
    Names Names,
    Disclosure? Disclosure = null);

internal sealed class GetRecordValidator : AbstractValidator<GetRecord>
{
    public GetRecordValidator()
    {
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Filter).SetValidator(new ClaimFilterRules());
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class GetRecordHandler(ReadModels readModels) : IRequestHandler<GetRecord, Outcome<RecordSnapshot>>
{
    public Task<Outcome<RecordSnapshot>> Handle(GetRecord query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<RecordSnapshot>> AnswerAsync(GetRecord query, Snapshot snapshot)
    {
        if (await snapshot.WholeRecordAsync(query.Record) is not var (record, all, digest))
            return new Outcome<RecordSnapshot>.NotFound(NotThere.Record(query.Record, snapshot.Moment));
        var selection = await ClaimSelection.PrepareAsync(snapshot, query.Filter, record.State.Description.Zone);
        var claims = all.Where(selection.Takes).Order(ClaimOrder.Occurred).ToArray();
        var page = Page<ClaimVersion>.Of(claims, query.Page);
        var (names, voices) = await Views.NamesAndVoicesAsync(snapshot, page.Items, record.State.Description.Places);
        return new Outcome<RecordSnapshot>.Ok(new RecordSnapshot(
            snapshot.Moment,
            digest,
            Views.Of(record),
            page.Select(Views.Of),
            Views.Support(page.Items, voices),
            names,
            snapshot.Disclosure));
    }
}
