using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Reviews;
using FluentValidation;
using MediatR;

namespace Archive.Reviews;

/// <summary>Accepts a proposal and makes its change, together; or neither, where the claim moved since it was submitted.</summary>
/// <param name="Context">Who accepts it; never who submitted it.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Number">Number of the proposal.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for the change, in EDTF.</param>
public sealed record AcceptProposal(CommandContext Context, string Claim, int Number, string? Words = null, string? Decided = null) : ICommand;

internal sealed class AcceptProposalValidator : AbstractValidator<AcceptProposal>
{
    public AcceptProposalValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Number).ProposalNumber();
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class AcceptProposalHandler(ClaimCommands claims) : IRequestHandler<AcceptProposal, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(AcceptProposal command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim =>
        {
            var change = claim?.Proposals?.FirstOrDefault(proposal => proposal.Number == command.Number)?.Terms?.Change;
            return (ProposedStreams.Of(command.Claim, change), change?.Cites ?? []);
        },
        (claim, known) => ProposalDecider.Accept(claim, command.Claim, command.Number, command.Context.Person, command.Words, command.Decided, known),
        cancellationToken);
}
