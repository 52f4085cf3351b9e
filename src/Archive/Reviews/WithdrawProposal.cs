using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Reviews;
using FluentValidation;
using MediatR;

namespace Archive.Reviews;

/// <summary>Takes a proposal back; only who submitted it can.</summary>
/// <param name="Context">Who submitted it.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Number">Number of the proposal.</param>
/// <param name="Words">Why.</param>
public sealed record WithdrawProposal(CommandContext Context, string Claim, int Number, string? Words = null) : ICommand;

internal sealed class WithdrawProposalValidator : AbstractValidator<WithdrawProposal>
{
    public WithdrawProposalValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Number).ProposalNumber();
        RuleFor(x => x.Words).Words(required: false);
    }
}

internal sealed class WithdrawProposalHandler(ClaimCommands claims) : IRequestHandler<WithdrawProposal, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(WithdrawProposal command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => ProposalDecider.Withdraw(claim, command.Claim, command.Number, command.Context.Person, command.Words),
        cancellationToken);
}
