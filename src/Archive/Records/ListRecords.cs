using Archive.Snapshots;
using MediatR;

namespace Archive.Records;

/// <summary>The records that there are, in the order in which their happenings occurred.</summary>
public sealed record ListRecords(AsOf AsOf, OccurredFilter? Occurred, PageRequest Page) : IRequest<Outcome<RecordList>>;

/// <param name="AsOf">The moment.</param>
/// <param name="Records">The records.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record RecordList(Moment AsOf, Page<RecordListItem> Records, Names Names);

/// <summary>A record, and how many claims it has by status.</summary>
public sealed record RecordListItem(RecordView Record, int Claims, int Disputed, int Retracted);
