using Archive.Access;
using Archive.Domain.Claims;
using Archive.Domain.Time;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Records;

/// <summary>The records that there are, in the order in which their happenings occurred.</summary>
public sealed record ListRecords(AsOf AsOf, OccurredFilter? Occurred, PageRequest Page) : Query<RecordList>;

/// <param name="AsOf">The moment.</param>
/// <param name="Records">The records.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record RecordList(Moment AsOf, Page<RecordListItem> Records, Names Names, Disclosure? Disclosure = null);

/// <summary>A record, and how many claims it has by status.</summary>
/// <param name="Record">The record.</param>
/// <param name="Claims">All its claims, withheld ones too.</param>
/// <param name="Disputed">Those that are disputed, as far as they are shown.</param>
/// <param name="Retracted">Those that were retracted, as far as they are shown.</param>
/// <param name="Closed">Those that are withheld.</param>
public sealed record RecordListItem(RecordView Record, int Claims, int Disputed, int Retracted, int Closed = 0);

internal sealed class ListRecordsValidator : AbstractValidator<ListRecords>
{
    public ListRecordsValidator()
    {
        RuleFor(x => x.Occurred!).SetValidator(new OccurredFilterRules()).When(x => x.Occurred is not null);
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class ListRecordsHandler(ReadModels readModels) : IRequestHandler<ListRecords, Outcome<RecordList>>
{
    public Task<Outcome<RecordList>> Handle(ListRecords query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<RecordList>> AnswerAsync(ListRecords query, Snapshot snapshot)
    {
        var records = (await snapshot.RecordsAsync()).Where(record => Takes(query, record)).ToArray();
        Array.Sort(records, (a, b) => HistoricalDate.CompareForSorting(a.State.Description.Occurred, b.State.Description.Occurred) is not 0 and var order
            ? order
            : a.FirstEntry.CompareTo(b.FirstEntry));
        var page = Page<RecordVersion>.Of(records, query.Page);
        var counts = await snapshot.CountClaimsAsync(page.Items.Select(record => record.State.Id).ToArray());
        var items = page.Items.Select(record => new RecordListItem(
            Views.Of(record),
            counts[record.State.Id].Sum(count => count.Claims),
            Count(counts[record.State.Id], ClaimStatus.Disputed),
            Count(counts[record.State.Id], ClaimStatus.Retracted),
            Count(counts[record.State.Id], null))).ToArray();

        return new Outcome<RecordList>.Ok(new RecordList(
            snapshot.Moment,
            new Page<RecordListItem>(items, page.Number, page.Size, page.Total),
            await Views.NamesAsync(snapshot, [], page.Items.SelectMany(record => record.State.Description.Places)),
            snapshot.Disclosure));
    }

    private static bool Takes(ListRecords query, RecordVersion record) => query.Occurred is not { } occurred
        || ClaimSelection.Matches(record.State.Description.Occurred, ClaimSelection.Question(occurred, record.State.Description.Zone), occurred.Match);

    private static int Count(IEnumerable<ClaimCount> counts, ClaimStatus? status) => counts.Where(count => count.Status == status).Sum(count => count.Claims);
}
