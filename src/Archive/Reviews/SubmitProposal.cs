using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Reviews;
using FluentValidation;
using MediatR;

namespace Archive.Reviews;

/// <summary>Proposes a change of a claim, or a claim, for others to decide.</summary>
/// <param name="Context">Who proposes it.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Change">What is proposed.</param>
/// <param name="Words">What those who decide should know.</param>
public sealed record SubmitProposal(CommandContext Context, string Claim, ProposedChange Change, string? Words = null) : ICommand;

internal sealed class SubmitProposalValidator : AbstractValidator<SubmitProposal>
{
    public SubmitProposalValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        ProposedChangeRules.AddTo(this);
        RuleFor(x => x.Words).Words(required: false);
    }
}

internal sealed class SubmitProposalHandler(ClaimCommands claims) : IRequestHandler<SubmitProposal, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(SubmitProposal command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        ProposedStreams.Of(command.Claim, command.Change),
        command.Change.Cites,
        (claim, known) => ProposalDecider.Submit(claim, command.Claim, command.Change, command.Context.Person, command.Words, known),
        cancellationToken);
}
