using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.Evidence;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Reviews;

/// <summary>One proposal, with what it would change field by field.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Number">Number of the proposal.</param>
/// <param name="AsOf">As of when.</param>
public sealed record GetProposal(string Claim, int Number, AsOf AsOf) : Query<ProposalSnapshot>;

/// <param name="AsOf">The moment.</param>
/// <param name="Digest">The digest of the snapshot of the claim's record.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Change">What was proposed, as it was submitted; absent where it was erased with a capture that it quotes.</param>
/// <param name="Changes">
/// The fields that it would change of the claim as it stood at the moment; where the claim moved, or the proposal was decided, of the claim as it
/// stood when it was submitted.
/// </param>
/// <param name="Obstacle">What stands against accepting it, whoever would; absent where nothing does.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record ProposalSnapshot(
    Moment AsOf, string Digest, ProposalView Proposal, ProposedChange? Change, IReadOnlyList<FieldChange> Changes, Refusal? Obstacle, Names Names);

internal sealed class GetProposalValidator : AbstractValidator<GetProposal>
{
    public GetProposalValidator()
    {
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Number).ProposalNumber();
    }
}

internal sealed class GetProposalHandler(ReadModels readModels, SourceCaptures captures) : IRequestHandler<GetProposal, Outcome<ProposalSnapshot>>
{
    public Task<Outcome<ProposalSnapshot>> Handle(GetProposal query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot, cancellationToken), cancellationToken);

    private async Task<Outcome<ProposalSnapshot>> AnswerAsync(GetProposal query, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var claim = (await snapshot.ProposedOnAsync(onlyOpen: false, record: null, query.Claim)).SingleOrDefault();
        var proposal = claim?.State.Proposals?.FirstOrDefault(known => known.Number == query.Number);
        if (claim is null || proposal is null || !query.Asker.Sees(proposal))
            return new Outcome<ProposalSnapshot>.NotFound(NotThere.Proposal(query.Claim, query.Number, snapshot.Moment));
        var steps = (await snapshot.ProposalStepsAsync([claim.Stream])).ToLookup(step => (step.Stream, step.Change.Proposal!.Value));
        var submitted = (await snapshot.ClaimSinceAsync(claim.Stream, steps[ProposalViews.KeyOf(claim, proposal)].First().Entry)).State;
        var change = submitted.Proposals![query.Number - 1].Terms!.Change;
        var (known, altered) = await FindQuotedAsync(claim.State, change, query.Asker.Role, cancellationToken);
        var obstacle = (proposal.IsOpen ? altered : null) ?? ProposalDecider.Obstacle(claim.State, query.Number, known);
        var before = obstacle is null ? claim.State : submitted;
        var after = change?.Decide(before, query.Claim, null, known) is Decision.Accepted decided
            ? decided.Events.Cast<IClaimEvent>().Aggregate(before, (state, happened) => Claim.Evolve(state, happened))
            : before;
        var view = (await ProposalViews.OfAsync(snapshot, [(claim, proposal)], steps))[0];
        var names = await Views.NamesAsync(snapshot, [new ClaimVersion { State = before }, new ClaimVersion { State = after }]);
        return new Outcome<ProposalSnapshot>.Ok(new ProposalSnapshot(
            snapshot.Moment,
            await snapshot.DigestAsync(ArchiveId.RecordOf(query.Claim)),
            view,
            change,
            Fields.Between(before, after),
            obstacle,
            await Views.WithActorsAsync(names, snapshot, view.Events())));
    }

    /// <summary>The captures in which the change's words are looked for, as they would be if somebody accepted it now.</summary>
    private async Task<(KnownStreams Known, Refusal? Altered)> FindQuotedAsync(Claim claim, ProposedChange? change, Role? role, CancellationToken cancellationToken)
    {
        try
        {
            var quoted = change?.Cites.Where(citation => !claim.Cites(citation)) ?? [];
            return (KnownStreams.All.With(await captures.FindAsync(quoted, role, cancellationToken)), null);
        }
        catch (ContentAlteredException altered)
        {
            return (KnownStreams.All, ClaimCommands.Altered(altered));
        }
    }
}
