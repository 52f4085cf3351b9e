using Archive.Snapshots;
using MediatR;

namespace Archive.Records;

/// <summary>A record with its claims, in the order in which they occurred.</summary>
public sealed record GetRecord(string Record, AsOf AsOf, ClaimFilter Filter, PageRequest Page) : IRequest<Outcome<RecordSnapshot>>;

/// <summary>A record as of an entry.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The snapshot's digest: of the whole record at the moment, whatever the filter and page.</param>
/// <param name="Record">The record.</param>
/// <param name="Claims">Its claims that pass the filter.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record RecordSnapshot(Moment AsOf, string Digest, RecordView Record, Page<ClaimView> Claims, Names Names);
