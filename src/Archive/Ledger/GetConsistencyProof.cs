using System.Globalization;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Ledger;

/// <summary>Proves that the ledger goes on from an old checkpoint: that nothing up to it was changed, dropped or slipped in since.</summary>
/// <param name="From">The old checkpoint as it was kept: a signed note.</param>
public sealed record GetConsistencyProof(string From) : Query<LedgerConsistency>;

/// <param name="Log">The log name.</param>
/// <param name="From">Size of the old checkpoint.</param>
/// <param name="To">Size of the latest.</param>
/// <param name="File">The proof, whole.</param>
public sealed record LedgerConsistency(string Log, long From, long To, ConsistencyFile File);

internal sealed class GetConsistencyProofValidator : AbstractValidator<GetConsistencyProof>
{
    private const int Longest = 100_000;

    public GetConsistencyProofValidator() => RuleFor(x => x.From)
        .NotEmpty().WithMessage("The old checkpoint is empty. Give the file as 'archive ledger checkpoint' wrote it.")
        .MaximumLength(Longest).WithMessage("The old checkpoint is too long: at most {MaxLength} characters are read.");
}

internal sealed class GetConsistencyProofHandler(ReadModels readModels, Checkpoints checkpoints, LedgerKeys keys) : IRequestHandler<GetConsistencyProof, Outcome<LedgerConsistency>>
{
    public async Task<Outcome<LedgerConsistency>> Handle(GetConsistencyProof query, CancellationToken cancellationToken)
    {
        if (!CheckpointNote.TryParse(query.From, out var read, out var problem))
            return Refuse("checkpoint-malformed", $"That is no checkpoint. {problem} Give the file as 'archive ledger checkpoint' wrote it.");
        if (await checkpoints.FindLatestAsync(cancellationToken) is not { } latest)
            return new Outcome<LedgerConsistency>.Refused(await checkpoints.WhyNoneAsync(cancellationToken));
        var ((from, note), to) = (read, latest.Checkpoint);
        if (from.Origin != to.Origin)
            return Refuse("checkpoint-of-another-log", $"The checkpoint is of the log {from.Origin}, and this ledger is the log {to.Origin}. Ask the archive that signed it.");
        var known = (await keys.ListAsync(to.Origin, cancellationToken)).Select(key => key.Verifier).ToArray();
        if (!note.TryVerify(known, out _, out problem))
            return Refuse("checkpoint-not-signed", $"No key of this ledger signed that checkpoint: {problem} 'archive ledger key' tells the ledger's keys.");
        if (from.Size < 1)
            return Refuse("checkpoint-of-nothing", "That checkpoint is of an empty ledger, and every ledger goes on from nothing: there is nothing to prove.");
        if (from.Size > to.Size)
            return Refuse("checkpoint-ahead", string.Create(CultureInfo.InvariantCulture, $"That checkpoint is of entry {from.Size}, and the latest one of this ledger is of entry {to.Size}: entries are missing here, or it is another ledger of the same name. Keep the checkpoint; it is evidence."));
        return await readModels.AskAsync(AsOf.Latest, query.Asker, snapshot => ProveAsync(note, from, latest, snapshot), cancellationToken);
    }

    private static async Task<Outcome<LedgerConsistency>> ProveAsync(SignedNote note, Checkpoint from, KeptCheckpoint latest, Snapshot snapshot)
    {
        var to = latest.Checkpoint;
        if (to.Size > snapshot.Moment.Entry)
            return new Outcome<LedgerConsistency>.Refused(LedgerBehind.Of(to, snapshot.Moment.Entry));
        if (await snapshot.RootAsync(from.Size) != from.Root)
            return Refuse("checkpoint-of-another-tree", string.Create(CultureInfo.InvariantCulture, $"This ledger does not go on from that checkpoint: at entry {from.Size} it had another root. An entry up to that one was changed, dropped or slipped in. Keep the checkpoint; it is evidence. 'archive audit ledger' names the first difference."));
        var proof = await snapshot.ProveConsistencyAsync(from.Size, to.Size);
        if (!proof.Proves(from.Root, to.Root))
            throw new TreeAlteredException(string.Create(CultureInfo.InvariantCulture, $"It does not lead from entry {from.Size} to the checkpoint of entry {to.Size}."));
        return new Outcome<LedgerConsistency>.Ok(new LedgerConsistency(to.Origin, from.Size, to.Size, new ConsistencyFile(note, latest.Note, proof.Hashes)));
    }

    private static Outcome<LedgerConsistency>.Refused Refuse(string code, string message) => new(new Refusal(code, message));
}
