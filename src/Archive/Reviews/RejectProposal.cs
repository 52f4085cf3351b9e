using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Reviews;
using FluentValidation;
using MediatR;

namespace Archive.Reviews;

/// <summary>Rejects a proposal, with a reason.</summary>
/// <param name="Context">Who rejects it; never who submitted it.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Number">Number of the proposal.</param>
/// <param name="Words">Why.</param>
public sealed record RejectProposal(CommandContext Context, string Claim, int Number, string Words) : ICommand;

internal sealed class RejectProposalValidator : AbstractValidator<RejectProposal>
{
    public RejectProposalValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Number).ProposalNumber();
        RuleFor(x => x.Words).Words();
    }
}

internal sealed class RejectProposalHandler(ClaimCommands claims) : IRequestHandler<RejectProposal, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RejectProposal command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => ProposalDecider.Reject(claim, command.Claim, command.Number, command.Context.Person, command.Words),
        cancellationToken);
}
