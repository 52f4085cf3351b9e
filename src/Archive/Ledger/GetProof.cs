using System.Globalization;
using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;
using Archive.EventLog;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Ledger;

/// <summary>Proves that the entries of a claim, or one entry, stand in the ledger, with what they are made of as far as whoever asks may see it.</summary>
/// <param name="Subject">Id of a claim, or the number of an entry.</param>
/// <param name="AsOf">The claim's entries up to then.</param>
public sealed record GetProof(string Subject, AsOf AsOf) : Query<EntryProof>
{
    /// <summary>The number of the entry; null where the subject is a claim.</summary>
    internal long? Entry => long.TryParse(Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : null;
}

/// <param name="AsOf">The moment.</param>
/// <param name="File">The proof, whole.</param>
/// <param name="Withheld">How many of its entries have the leaf alone, because whoever asked may not see the event.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record EntryProof(Moment AsOf, ProofFile File, int Withheld, Disclosure? Disclosure = null);

internal sealed class GetProofValidator : AbstractValidator<GetProof>
{
    public GetProofValidator() => RuleFor(x => x.Subject).Must((query, id) => query.Entry > 0 || ArchiveId.IsValidClaim(id))
        .WithMessage("'{PropertyValue}' is neither the id of a claim nor the number of an entry: write visit-2023/c17 or 57.");
}

internal sealed class GetProofHandler(ReadModels readModels, IEventLog log, Checkpoints checkpoints) : IRequestHandler<GetProof, Outcome<EntryProof>>
{
    private sealed record Found(Moment Moment, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<ProvenEvent?> Events, ILookup<long, ProvenWords> Kept, Disclosure? Disclosure);

    public async Task<Outcome<EntryProof>> Handle(GetProof query, CancellationToken cancellationToken)
    {
        var answer = await readModels.AskAsync(query.AsOf, query.Asker, snapshot => FindAsync(query, snapshot, cancellationToken), cancellationToken);
        if (answer is not Outcome<Found>.Ok { Value: var found })
            return answer.As<EntryProof>();
        // The checkpoint may be of a later head than that which was asked: what proves is read from the head that it has now.
        return await checkpoints.FindOverAsync(found.Entries[^1].Id, cancellationToken) is { } kept
            ? await readModels.AskAsync(AsOf.Latest, query.Asker, snapshot => ProveAsync(query, found, kept, snapshot), cancellationToken)
            : new Outcome<EntryProof>.Refused(await checkpoints.WhyNoneAsync(cancellationToken));
    }

    private async Task<Outcome<Found>> FindAsync(GetProof query, Snapshot snapshot, CancellationToken cancellationToken)
    {
        IReadOnlyList<LedgerEntry> entries;
        if (query.Entry is { } number)
        {
            entries = number <= snapshot.Moment.Entry ? await snapshot.EntriesAsync([number]) : [];
            if (entries.Count == 0)
                return new Outcome<Found>.NotFound(new Refusal("entry-not-recorded", $"There is no entry {number} as of entry {snapshot.Moment.Entry}."));
        }
        else if (await snapshot.ClaimAsync(query.Subject) is null)
        {
            return new Outcome<Found>.NotFound(NotThere.Claim(query.Subject, snapshot.Moment));
        }
        else
        {
            entries = await snapshot.EntriesOfAsync([StreamName.OfClaim(query.Subject)]);
        }

        var logged = (await log.ReadStreamAsync(entries[0].Stream, cancellationToken)).ToDictionary(happened => happened.Revision);
        var disclosure = await snapshot.EventDisclosureAsync(entries);
        var events = entries.Select(entry => ProvenEvents.Checked(entry, logged.GetValueOrDefault(entry.Revision))).Select((proven, i) => disclosure.Shows(entries[i], proven.Data) ? proven : null).ToArray();
        var named = events.OfType<ProvenEvent>().ToDictionary(proven => proven.Entry, proven => proven.Happened() is IHoldsWords<IArchiveEvent> whole ? whole.KeptDigests() : new HashSet<string>(StringComparer.Ordinal));
        var kept = (await snapshot.KeptWordsAsync(named.Values.SelectMany(digests => digests).Distinct(StringComparer.Ordinal).ToArray())).ToDictionary(words => words.Digest.ToString(), StringComparer.Ordinal);
        return new Outcome<Found>.Ok(new Found(
            snapshot.Moment,
            entries,
            events,
            named.SelectMany(one => one.Value.Order(StringComparer.Ordinal).Where(kept.ContainsKey).Select(digest => (one.Key, Words: kept[digest]))).ToLookup(pair => pair.Key, pair => pair.Words),
            snapshot.Disclosure));
    }

    private static async Task<Outcome<EntryProof>> ProveAsync(GetProof query, Found found, KeptCheckpoint kept, Snapshot snapshot)
    {
        var (checkpoint, note) = (kept.Checkpoint, kept.Note);
        if (checkpoint.Size > snapshot.Moment.Entry)
            return new Outcome<EntryProof>.Refused(LedgerBehind.Of(checkpoint, snapshot.Moment.Entry));
        var proofs = await snapshot.ProveInclusionAsync(found.Entries.Select(entry => entry.Id), checkpoint.Size).ToListAsync();
        var entries = new List<ProvenEntry>();
        foreach (var (entry, proof, proven) in found.Entries.Zip(proofs, found.Events))
        {
            var leaf = entry.ToLeaf();
            if (!proof.Proves(leaf.ToHash(), checkpoint.Root))
                throw new TreeAlteredException(string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Id} does not stand in the checkpoint of entry {checkpoint.Size}."));
            entries.Add(new ProvenEntry(leaf, proven, [.. found.Kept[entry.Id]], new TlogProof(proof, note, checkpoint)));
        }

        // Of withheld entries the proof does not say of what claim they are: nothing in it could show that.
        var claim = query.Entry is null && entries.Exists(entry => entry.Event is not null) ? query.Subject : null;
        return new Outcome<EntryProof>.Ok(new EntryProof(
            found.Moment, new ProofFile(checkpoint.Origin, claim, [.. entries]), entries.Count(entry => entry.Event is null), found.Disclosure));
    }
}
