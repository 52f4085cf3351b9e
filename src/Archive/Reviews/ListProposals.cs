using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Reviews;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Reviews;

/// <summary>The queue: what waits to be decided, oldest first. A contributor sees their own.</summary>
/// <param name="AsOf">As of when.</param>
/// <param name="Filter">Which.</param>
/// <param name="Page">Which part.</param>
public sealed record ListProposals(AsOf AsOf, ProposalFilter Filter, PageRequest Page) : Query<ProposalList>;

/// <param name="AsOf">The moment.</param>
/// <param name="Proposals">The proposals, in the order in which they were submitted.</param>
/// <param name="Names">Who the actors are.</param>
public sealed record ProposalList(Moment AsOf, Page<ProposalView> Proposals, Names Names);

internal sealed class ListProposalsValidator : AbstractValidator<ListProposals>
{
    public ListProposalsValidator()
    {
        RuleFor(x => x.Filter.Record).Id();
        RuleFor(x => x.Filter.Claim).ClaimId().When(x => x.Filter.Claim is not null);
        RuleFor(x => x.Filter.Submitter).Id();
        RuleFor(x => x.Filter.State).IsInEnum();
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class ListProposalsHandler(ReadModels readModels) : IRequestHandler<ListProposals, Outcome<ProposalList>>
{
    public Task<Outcome<ProposalList>> Handle(ListProposals query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<ProposalList>> AnswerAsync(ListProposals query, Snapshot snapshot)
    {
        var filter = query.Filter;
        var claims = await snapshot.ProposedOnAsync(filter.State == ProposalState.Open, filter.Record, filter.Claim);
        var steps = (await snapshot.ProposalStepsAsync(claims.Select(claim => claim.Stream)))
            .ToLookup(step => (step.Stream, step.Change.Proposal!.Value));
        var found = claims
            .SelectMany(claim => (claim.State.Proposals ?? []).Where(proposal => filter.Takes(proposal) && query.Asker.Sees(proposal)).Select(proposal => (claim, proposal)))
            .OrderBy(item => steps[ProposalViews.KeyOf(item.claim, item.proposal)].First().Entry)
            .ToArray();
        var page = Page<(Claims.ClaimVersion, Proposal)>.Of(found, query.Page);
        var views = await ProposalViews.OfAsync(snapshot, page.Items, steps);
        var names = await Views.WithActorsAsync(await Views.NamesAsync(snapshot, []), snapshot, views.SelectMany(view => view.Events()));
        return new Outcome<ProposalList>.Ok(new ProposalList(snapshot.Moment, new Page<ProposalView>(views, page.Number, page.Size, page.Total), names));
    }
}
