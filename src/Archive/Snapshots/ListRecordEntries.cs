using Archive.Access;
using Archive.Commands;
using FluentValidation;
using MediatR;

namespace Archive.Snapshots;

/// <summary>
/// Every entry that a record's snapshot covers, in entry order: those of the record, its claims, and the sources and authorities that these
/// reach.
/// </summary>
public sealed record ListRecordEntries(string Record, AsOf AsOf) : Query<RecordEntries>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The snapshot's digest, made of the leaf hashes of these entries.</param>
/// <param name="Entries">The entries.</param>
public sealed record RecordEntries(Moment AsOf, string Digest, IReadOnlyList<EventView> Entries);

internal sealed class ListRecordEntriesValidator : AbstractValidator<ListRecordEntries>
{
    public ListRecordEntriesValidator() => RuleFor(x => x.Record).RequiredId();
}

internal sealed class ListRecordEntriesHandler(ReadModels readModels) : IRequestHandler<ListRecordEntries, Outcome<RecordEntries>>
{
    public Task<Outcome<RecordEntries>> Handle(ListRecordEntries query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<RecordEntries>> AnswerAsync(ListRecordEntries query, Snapshot snapshot) =>
        await snapshot.RecordAsync(query.Record) is null
            ? new Outcome<RecordEntries>.NotFound(NotThere.Record(query.Record, snapshot.Moment))
            : new Outcome<RecordEntries>.Ok(new RecordEntries(
                snapshot.Moment,
                await snapshot.DigestAsync(query.Record),
                (await snapshot.EntriesReachedByAsync(query.Record)).Select(entry => entry.ToView()).ToArray()));
}
