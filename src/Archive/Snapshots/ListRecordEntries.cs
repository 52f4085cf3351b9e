using MediatR;

namespace Archive.Snapshots;

/// <summary>
/// Every entry that a record's snapshot covers, in entry order: those of the record, its claims, and the sources and authorities that these
/// reach.
/// </summary>
public sealed record ListRecordEntries(string Record, AsOf AsOf) : IRequest<Outcome<RecordEntries>>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The snapshot's digest, made of the leaf hashes of these entries.</param>
/// <param name="Entries">The entries.</param>
public sealed record RecordEntries(Moment AsOf, string Digest, IReadOnlyList<EventView> Entries);
