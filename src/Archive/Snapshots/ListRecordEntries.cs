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
/// <param name="Digest">The snapshot's digest, made of the leaf hashes of these entries and of those that are not listed.</param>
/// <param name="Entries">The entries of which whoever asks may know.</param>
/// <param name="Withheld">How many more there are: of authorities and sources that only closed claims or sources name.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record RecordEntries(Moment AsOf, string Digest, IReadOnlyList<EventView> Entries, int Withheld = 0, Disclosure? Disclosure = null);

internal sealed class ListRecordEntriesValidator : AbstractValidator<ListRecordEntries>
{
    public ListRecordEntriesValidator() => RuleFor(x => x.Record).RequiredId();
}

internal sealed class ListRecordEntriesHandler(ReadModels readModels) : IRequestHandler<ListRecordEntries, Outcome<RecordEntries>>
{
    public Task<Outcome<RecordEntries>> Handle(ListRecordEntries query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<RecordEntries>> AnswerAsync(ListRecordEntries query, Snapshot snapshot)
    {
        if (await snapshot.RecordAsync(query.Record) is null)
            return new Outcome<RecordEntries>.NotFound(NotThere.Record(query.Record, snapshot.Moment));
        var (shown, withheld) = await snapshot.ShownEntriesReachedByAsync(query.Record);
        return new Outcome<RecordEntries>.Ok(new RecordEntries(
            snapshot.Moment, await snapshot.DigestAsync(query.Record), shown.Select(entry => entry.ToView()).ToArray(), withheld, snapshot.Disclosure));
    }
}
